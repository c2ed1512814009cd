package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Verdict FAILED = new Verdict.Failed("A.java:7: a float");
    private static final Verdict PROVED = new Verdict.Proved();

    @Test void what_several_fail_for_is_told_once() {
        String text =
            ledger(false, result("A.a", FAILED, 1), result("A.b", PROVED, 1), result("A.c", FAILED, 1));
        assertThat(text).containsOnlyOnce("A.java:7: a float")
            .contains("ERROR    A.a and 1 more: A.java:7: a float");
    }

    @Test void of_claims_with_one_proof_one_is_among_the_slowest() {
        String text = ledger(false, result("A.a", PROVED, 5), result("A.b", PROVED, 5),
            result("A.c", PROVED, 0.9));
        assertThat(text.substring(text.indexOf("Slowest"))).contains("A.a").doesNotContain("A.b")
            .doesNotContain("A.c");
    }

    @Test void verdicts_are_counted_by_kind() {
        assertThat(ledger(false, result("A.a", PROVED, 1), result("A.b", FAILED, 1)))
            .containsPattern("Kind +proved +bounded +refuted +unknown +vacuous +error +seconds")
            .containsPattern("lemma +1 +1 +2.0").contains("2 obligations: 1 proved, 1 error; 3.0 s");
    }

    @Test void colours_only_on_a_terminal() {
        assertThat(ledger(false, result("A.a", PROVED, 1))).doesNotContain("\u001b");
        assertThat(ledger(true, result("A.a", PROVED, 1))).contains("\u001b[32mproved");
    }

    private static String ledger(boolean paint, Result... results) {
        var setting = new Setting(Tiny::new, Path.of(""), paint, false, 110);
        var out = new StringWriter();
        new Ledger(setting, new KnownUnknowns(Map.of()), List.of(results), new PrintWriter(out)).print(3);
        return out.toString();
    }

    private static Result result(String id, Verdict verdict, double seconds) {
        return new Result(id, Kind.LEMMA, "", "A.java", verdict, seconds, 1, 1, 1, false, true, "", List.of(),
            List.of(), "");
    }
}
