package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final Verdict REFUTED =
        new Verdict.Refuted(new Counterexample("A.java:1", "no", List.of(), List.of(), List.of(), 0));
    private static final Verdict FAILED = new Verdict.Failed("A.java:2: a float");
    private static final Verdict FAULTY = new Verdict.Faulty("proved, and yet the JVM refutes it");
    private static final Verdict VACUOUS = new Verdict.Vacuous();
    private static final Verdict UNKNOWN = new Verdict.Unknown("time is up");
    private static final Verdict BOUNDED = new Verdict.Bounded("k ≤ 4");
    private static final Verdict PROVED = new Verdict.Proved();

    private static final KnownUnknowns NONE = new KnownUnknowns(Map.of());

    @Test void a_fault_of_the_engine_comes_first() {
        assertThat(status(PROVED, REFUTED, FAULTY)).isEqualTo(70);
    }

    @Test void refuted_comes_before_what_is_not_known() {
        assertThat(status(PROVED, UNKNOWN, VACUOUS, FAILED, REFUTED)).isEqualTo(1);
    }

    @Test void bad_input_comes_before_vacuous() {
        assertThat(status(PROVED, UNKNOWN, VACUOUS, FAILED)).isEqualTo(5);
    }

    @Test void vacuous_comes_before_unknown() {
        assertThat(status(PROVED, UNKNOWN, VACUOUS)).isEqualTo(4);
    }

    @Test void bounded_is_not_proved() {
        assertThat(status(PROVED, BOUNDED)).isEqualTo(3);
    }

    @Test void all_proved_is_well() {
        assertThat(status(PROVED, PROVED)).isZero();
    }

    @Test void accepted_unknown_is_well_and_accepted_refutation_is_not() {
        var accepted = new KnownUnknowns(Map.of("A.a", "a reason"));
        assertThat(Status.of(results(UNKNOWN), accepted)).isZero();
        assertThat(Status.of(results(BOUNDED), accepted)).isZero();
        assertThat(Status.of(results(REFUTED), accepted)).isEqualTo(1);
    }

    private static int status(Verdict... verdicts) {
        return Status.of(results(verdicts), NONE);
    }

    private static List<Result> results(Verdict... verdicts) {
        return Arrays.stream(verdicts).map(v -> new Result("A.a", Kind.LEMMA, "", "A.java", v, 1, 1, 1, 1,
            false, true, "", List.of(), List.of(), "")).toList();
    }
}
