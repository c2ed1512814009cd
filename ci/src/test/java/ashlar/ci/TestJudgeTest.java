package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.refinement.mutate.Tested;
import ashlar.refinement.mutate.Tested.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestJudgeTest {
    @TempDir private Path folder;

    private static String mutation(String status, int index, String test) {
        return """
            <mutation detected='true' status='%s' numberOfTestsRun='3'><sourceFile>Mdb.java</sourceFile>\
            <mutatedClass>a.impl.Mdb</mutatedClass><mutatedMethod>clear</mutatedMethod>\
            <methodDescription>(J)V</methodDescription><lineNumber>97</lineNumber>\
            <mutator>org.pitest.mutationtest.engine.gregor.mutators.MathMutator</mutator>\
            <indexes><index>%d</index></indexes><killingTest>%s</killingTest></mutation>
            """.formatted(status, index, test);
    }

    private Map<String, Tested> read(String mutations) throws IOException {
        return TestJudge.read(Files.writeString(folder.resolve("mutations.xml"),
            "<mutations partial=\"true\">" + mutations + "</mutations>"));
    }

    @Test
    void a_killed_mutant_tells_the_test() throws IOException {
        String test =
            "a.impl.MdbTest.[engine:junit-jupiter]/[class:a.impl.MdbTest]/[method:slots_are_linked()]";
        assertThat(read(mutation("KILLED", 5, test)))
            .containsExactly(Map.entry("a.impl.Mdb.clear(J)V#5#Math",
                new Tested(Outcome.KILLED, "MdbTest.slots_are_linked")));
    }

    @Test
    void a_property_is_a_test() throws IOException {
        String test =
            "a.impl.MdbTest.[engine:jqwik]/[class:a.impl.MdbTest]/[property:is_well(java.util.Set)]";
        assertThat(read(mutation("TIMED_OUT", 5, test)).values())
            .containsExactly(new Tested(Outcome.TIMED_OUT, "MdbTest.is_well"));
    }

    @Test
    void what_tests_do_not_kill() throws IOException {
        assertThat(read(mutation("SURVIVED", 1, "") + mutation("NO_COVERAGE", 2, "")
            + mutation("EQUIVALENT", 3, "")).values()).extracting(Tested::isKilled).containsOnly(false);
    }

    @Test
    void what_is_not_run_says_nothing() throws IOException {
        assertThat(read(mutation("NON_VIABLE", 1, "") + mutation("NOT_STARTED", 2, ""))).isEmpty();
    }

    @Test
    void a_report_that_is_no_xml_is_told() {
        assertThatThrownBy(() -> read("<mutation>")).isInstanceOf(IOException.class)
            .hasMessageContaining("mutations.xml");
    }
}
