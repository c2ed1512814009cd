package ashlar.refinement.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationPagesTest {
    private static final Mutant KILLED = mutant("Line", 2, "Math");
    private static final Mutant SAME = mutant("Line", 3, "SWAP_STORES");
    private static final Mutant LEFT = mutant("Line", 3, "WRONG_CONSTANT");
    private static final Mutant OTHER = mutant("Queue", 1, "WRONG_CONSTANT");
    private static final Breach BREACH =
        new Breach("LineRefines.join_refines_join", Kind.REFINES, "LineRefines.java:9", "head != 7 < 8", 42,
            false);
    private static final Counterexample STATES = new Counterexample("LineRefines.java:9", "head != 7 < 8",
        List.of("person 7"), List.of(new Row("before", "line", "[]", "head 0", true),
            new Row("after", "line", "[7]", "head 8", true)), List.of(), 42);
    private static final List<Judgement> JUDGED = List.of(Judgement.killed(KILLED, BREACH),
        Judgement.of(SAME, Status.EQUIVALENT, "same memory", "both do the same"),
        Judgement.of(LEFT, Status.SURVIVED, "", "nothing says what tail is").suggesting("speak of tail"),
        Judgement.of(OTHER, Status.UNKNOWN, "QueueRefines.take_refines_take", "a question took too long"));

    @TempDir private Path folder;
    private String index;
    private String line;

    private static Mutant mutant(String simpleName, int number, String operator) {
        String name = "k." + simpleName;
        String id = Mutant.id(name, "join", "(J)V", number, operator);
        return new Mutant(id, name, "join", "(J)V", number, operator, "a < b became a > b",
            simpleName + ".java", new byte[0]);
    }

    private static Optional<Counterexample> picture(Judgement j) {
        return j.breach().map(_ -> STATES);
    }

    private static Optional<String> source(String file) {
        return file.equals("k/Line.java") ? Optional.of("class Line {\n  x < y\n}\n") : Optional.empty();
    }

    private void write(List<Judgement> judged, Map<String, Tested> tests) throws IOException {
        MutationPages.write(new MutationReport("Mutants", Instant.EPOCH, 12, judged, tests,
            MutationPagesTest::source, MutationPagesTest::picture), folder);
        index = Files.readString(folder.resolve("index.html"));
        line = Files.readString(folder.resolve("k.Line.html"));
    }

    @BeforeEach
    void pages() throws IOException {
        write(JUDGED, Map.of());
    }

    @Test
    void the_index_counts_and_lists_what_is_left() {
        assertThat(index).contains("1 of 4 mutants survived; 1 stayed unknown.")
            .contains("<div class=\"tile equivalent\"><b>1</b>equivalent</div>")
            .contains("nothing says what tail is").contains("speak of tail")
            .contains("a question took too long");
    }

    @Test
    void the_index_leads_to_mutants() {
        assertThat(index).contains("href=\"k.Line.html#" + MutantNote.anchor(LEFT) + "\"");
        assertThat(line).contains("id=\"" + MutantNote.anchor(LEFT) + "\"");
    }

    @Test
    void the_index_counts_by_operator() {
        assertThat(index).contains("<tr><td>WRONG_CONSTANT<td class=\"number\">2");
    }

    @Test
    void the_source_has_mutants_in_the_margin() {
        assertThat(line).contains("<code>  x &lt; y</code>")
            .contains("<i class=\"killedByProof\" title=\"killed by proof: a &lt; b became a &gt; b\"></i>");
    }

    @Test
    void a_file_without_source_shows_its_mutants() throws IOException {
        assertThat(Files.readString(folder.resolve("k.Queue.html"))).contains("a question took too long");
    }

    @Test
    void a_kill_shows_its_two_states_and_its_obligation() {
        assertThat(line).contains("<summary>Two states</summary>").contains("head != 7 &lt; 8")
            .contains("<span>LineRefines.join_refines_join</span>").contains("<td class=\"hit\">●");
    }

    @Test
    void tests_and_proofs_are_counted_together() throws IOException {
        var killed = new Tested(Tested.Outcome.KILLED, "LineTest.joins");
        var survived = new Tested(Tested.Outcome.SURVIVED, "");
        write(JUDGED, Map.of(KILLED.id(), survived, LEFT.id(), killed));
        assertThat(index).contains("<tr><th>a proof kills<td class=\"number\">0<td class=\"number\">1\n"
            + "<tr><th>no proof<td class=\"number\">1<td class=\"number\">0");
        assertThat(line).contains("killed by LineTest.joins");
    }

    @Test
    void what_only_a_test_kills_is_killed_by_test() {
        var killed = new Tested(Tested.Outcome.TIMED_OUT, "LineTest.joins");
        var joined = MutationReport.joined(JUDGED, Map.of(KILLED.id(), killed, LEFT.id(), killed));
        assertThat(joined).extracting(Judgement::status).containsExactly(Status.KILLED_BY_PROOF,
            Status.EQUIVALENT, Status.KILLED_BY_TEST, Status.UNKNOWN);
    }

    @Test
    void equivalent_though_a_test_fails_is_unknown() {
        var killed = new Tested(Tested.Outcome.KILLED, "LineTest.joins");
        assertThat(MutationReport.joined(JUDGED, Map.of(SAME.id(), killed)).get(1))
            .satisfies(j -> assertThat(j.status()).isEqualTo(Status.UNKNOWN))
            .satisfies(j -> assertThat(j.reason()).isEqualTo("proved equivalent, yet a test fails"));
    }
}
