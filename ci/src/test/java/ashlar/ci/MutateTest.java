package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.ci.Changes.Range;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutateTest {
    @TempDir private Path folder;

    @Test
    void list_shows_mutants_with_their_operator() {
        Run run = mutate("--list", "Decrement.*");
        assertThat(run.status()).isEqualTo(Ashlar.WELL);
        assertThat(run.out()).contains("Decrement.of:", "Math", "Replaced long subtraction with addition");
    }

    @Test
    void mutants_that_an_obligation_notices_are_killed() throws Exception {
        Path json = folder.resolve("mutants.json");
        Run run = mutate("Decrement.*", "--json", json.toString());
        assertThat(run.status()).isEqualTo(Ashlar.WELL);
        assertThat(run.out()).contains("killed by proof", "Class", "Operator");
        var report = Json.MAPPER.readTree(Files.readString(json));
        int all = report.get("summary").get("mutants").asInt();
        assertThat(report.get("summary").get("killedByProof").asInt()).isEqualTo(all).isPositive();
        assertThat(report.get("mutants").get(0).get("by").asString())
            .isEqualTo("Obligations.decrement_is_less");
    }

    @Test
    void mutants_that_nothing_notices_survive_with_a_suggestion() {
        Run run = mutate("Forgotten.*", "--survivors");
        assertThat(run.status()).isEqualTo(Ashlar.REFUTED);
        assertThat(run.out()).contains("survived  Forgotten.of", "add an obligation for Forgotten.of")
            .doesNotContain("Operator");
    }

    @Test
    void unknown_operator_is_bad_usage() {
        Run run = mutate("--operators", "NO_SUCH_OPERATOR");
        assertThat(run.status()).isEqualTo(Ashlar.BAD_USAGE);
        assertThat(run.err()).contains("NO_SUCH_OPERATOR");
    }

    @Test
    void changed_outside_of_a_worktree_is_bad_input() {
        assertThat(mutate("--changed").status()).isEqualTo(Ashlar.BAD_INPUT);
    }

    @Test
    void changed_lines_are_those_of_the_new_file() {
        Changes changes = Changes.parsed("""
            --- a/impl/src/main/java/k/A.java
            +++ b/impl/src/main/java/k/A.java
            @@ -3 +3,2 @@ class A {
            -old
            +new
            +newer
            @@ -9,2 +10,0 @@
            -gone
            -gone
            """);
        assertThat(changes.lines()).containsOnlyKeys("impl/src/main/java/k/A.java");
        assertThat(changes.lines().get("impl/src/main/java/k/A.java"))
            .isEqualTo(List.of(new Range(3, 4), new Range(10, 10)));
    }

    private Run mutate(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "mutate";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Run.of(new Setting(ashlar.ci.toy.ToySuite::new, folder, false, false, 110), all);
    }
}
