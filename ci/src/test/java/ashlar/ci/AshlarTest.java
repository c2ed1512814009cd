package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AshlarTest {
    @TempDir Path root;

    @Test void help_lists_the_verbs_and_the_exit_statuses() {
        Run run = Run.of(root, new Tiny(), "--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("check", "explain", "doctor", "70   a fault of Ashlar itself");
    }

    @Test void without_a_verb_there_is_nothing_to_do() {
        assertThat(Run.of(root, new Tiny())).isEqualTo(new Run(2, "",
            "ashlar: no verb given (see ./ashlar --help)" + System.lineSeparator()));
    }

    @Test void unknown_verb_is_bad_usage() {
        Run run = Run.of(root, new Tiny(), "prove");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("prove").hasLineCount(1);
    }

    @Test void broken_class_file_is_bad_input_in_one_line() {
        Run run = failing(new ClassFormatError("Truncated class file"));
        assertThat(run.status()).isEqualTo(5);
        assertThat(run.err()).contains("a broken class file").contains("Truncated").hasLineCount(1);
    }

    @Test void any_other_error_is_a_fault_of_ashlar() {
        Run run = failing(new StackOverflowError("deep"));
        assertThat(run.status()).isEqualTo(70);
        assertThat(run.err()).startsWith("ashlar: a fault of Ashlar itself; please report it:")
            .contains("deep");
    }

    @Test void known_unknown_without_a_reason_is_bad_input_with_its_place() throws IOException {
        Files.createDirectories(root.resolve("ci"));
        Files.writeString(root.resolve("ci/known-unknowns.txt"), "# fine\n  Truths.sum_commutes\n");
        Run run = Run.of(root, new Tiny(Tiny.Truths.class), "check");
        assertThat(run.status()).isEqualTo(5);
        assertThat(run.err()).contains("known-unknowns.txt:2:22: no reason is given; expected: ID reason");
    }

    private Run failing(Error error) {
        return Run.of(new Setting(() -> {
            throw error;
        }, root, false, false, 110), "check");
    }
}
