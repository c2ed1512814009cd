package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir Path folder;
    private final Tiny suite = new Tiny();

    @Test void what_was_found_is_remembered() throws IOException {
        history().add(List.of(result(false)), suite);
        history().add(List.of(result(false)), suite);
        assertThat(history().entries()).hasSize(2).allSatisfy(e -> {
            assertThat(e.verdict()).isEqualTo("unknown");
            assertThat(e.reason()).isEqualTo("time is up");
        });
    }

    @Test void cached_verdict_is_remembered_only_if_nothing_else_is() throws IOException {
        history().add(List.of(result(true)), suite);
        history().add(List.of(result(true)), suite);
        assertThat(history().entries()).hasSize(1);
    }

    @Test void damaged_line_is_passed_over() throws IOException {
        history().add(List.of(result(false)), suite);
        Files.writeString(history().file(), "{\"id\":\"A.\n", StandardOpenOption.APPEND);
        assertThat(history().entries()).hasSize(1);
    }

    private History history() {
        return new History(folder.resolve("deep/history.jsonl"));
    }

    private static Result result(boolean cached) {
        return new Result("A.a", Kind.LEMMA, "", "A.java", new Verdict.Unknown("time is up"), 0.5, 1, 1, 1,
            cached, true, "", List.of("a/B.c(J)V"), List.of(), "");
    }
}
