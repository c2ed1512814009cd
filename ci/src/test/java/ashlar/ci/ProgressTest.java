package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter terminal = new StringWriter();

    @Test void what_is_not_proved_stays_and_what_runs_is_told_in_one_line() {
        try (var progress = new Progress(new PrintWriter(terminal), 60)) {
            progress.started("A.a");
            progress.started("A.b");
            progress.finished(result("A.a", new Verdict.Unknown("time is up")), 1, 4);
        }
        assertThat(terminal.toString()).contains("unknown  A.a" + System.lineSeparator())
            .containsPattern("\u001b\\[K1/4  [0-9.]+/s  .* left  A.b 0 s").endsWith("\r\u001b[K");
    }

    @Test void what_is_proved_leaves_no_line() {
        try (var progress = new Progress(new PrintWriter(terminal), 60)) {
            progress.finished(result("A.a", new Verdict.Proved()), 1, 1);
        }
        assertThat(terminal.toString()).doesNotContain("A.a").doesNotContain("\n");
    }

    @Test void line_is_shorter_than_the_terminal_is_wide() {
        try (var progress = new Progress(new PrintWriter(terminal), 20)) {
            progress.started("A.a_very_long_name_of_an_obligation");
            progress.finished(result("A.a", new Verdict.Proved()), 1, 4);
        }
        assertThat(terminal.toString().split("\r\u001b\\[K", -1))
            .allSatisfy(line -> assertThat(line).hasSizeLessThan(20));
    }

    private static Result result(String id, Verdict verdict) {
        return new Result(id, Kind.LEMMA, "", "A.java", verdict, 0.5, 1, 1, 1, false, true, "", List.of(),
            List.of(), "");
    }
}
