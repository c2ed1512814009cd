package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.ci.Tiny.Falsehoods;
import ashlar.ci.Tiny.Truths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(named = "solver.tests.skip", matches = "true")
class ExplainTest {
    private static final String FALSEHOOD = "Falsehoods.numbers_are_below_200";

    @TempDir Path root;
    private final Tiny suite = new Tiny(Truths.class, Falsehoods.class);

    @BeforeEach void copySource() throws IOException {
        Path source = root.resolve("ci/src/test/java/ashlar/ci/Tiny.java");
        Files.createDirectories(source.getParent());
        Files.copy(Path.of("src/test/java/ashlar/ci/Tiny.java"), source);
    }

    @Test void obligation_is_told_in_words_with_its_code() {
        Run run = explain("sum_commutes");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Claim    a sum does not depend on the order")
            .containsPattern("Where    ci/src/test/java/ashlar/ci/Tiny.java:\\d+")
            .contains("    /// Adding commutes.").contains("        prove(a + b == b + a);")
            .contains("Verdicts none yet: run ./ashlar check Truths.sum_commutes");
    }

    @Test void verdicts_of_earlier_runs_are_told_latest_first() {
        Run.of(root, suite, "check", "--no-cache");
        Run.of(root, suite, "check", "--no-cache");
        assertThat(explain("sum_commutes").out())
            .containsPattern("Verdicts \\d{4}-.*  proved .*\n +\\d{4}-.*  proved ");
    }

    @Test void refutation_is_shown_and_replayed() {
        Run.of(root, suite, "check");
        assertThat(explain(FALSEHOOD).out()).contains("REFUTED  " + FALSEHOOD);
        Run replay = explain(FALSEHOOD, "--replay");
        assertThat(replay.status()).isEqualTo(1);
        assertThat(replay.out()).contains("REFUTED  " + FALSEHOOD).contains("Tiny.java:");
    }

    @Test void refutation_is_printed_as_a_test() {
        Run.of(root, suite, "check");
        assertThat(explain(FALSEHOOD, "--as-test").out()).startsWith("package ashlar.ci;")
            .contains("class Numbers_are_below_200RegressionTest").containsPattern("long a = \\d+L;")
            .contains("Falsehoods.numbers_are_below_200(a);");
    }

    @Test void without_a_counterexample_there_is_nothing_to_replay() {
        Run run = explain("sum_commutes", "--replay");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("no counterexample to Truths.sum_commutes is known").hasLineCount(1);
    }

    @Test void unknown_name_is_bad_usage_and_tells_the_nearest_names() {
        Run run = explain("sum_comutes");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1)
            .contains("no obligation is called sum_comutes; did you mean Truths.sum_commutes");
    }

    @Test void json_tells_the_same() throws IOException {
        Path file = root.resolve("out.json");
        explain("sum_commutes", "--json", file.toString());
        var report = Json.MAPPER.readTree(Files.readString(file));
        assertThat(report.get("id").asString()).isEqualTo("Truths.sum_commutes");
        assertThat(report.get("code").asString()).contains("prove(a + b == b + a);");
    }

    private Run explain(String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "explain";
        System.arraycopy(options, 0, args, 1, options.length);
        return Run.of(root, suite, args);
    }
}
