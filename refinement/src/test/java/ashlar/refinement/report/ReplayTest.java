package ashlar.refinement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Row;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.report.sample.LineSuite;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReplayTest {
    private static final String SAMPLE = "ashlar/refinement/report/sample/";
    private static final int TRIES = 400;

    @Test
    void broken_claim_is_traced_to_the_field_and_what_it_must_be() {
        var found = smallest("leave_refines_leave");

        assertThat(found.broken()).isEqualTo("related > peopleRelated > linked, p = 80001400: "
            + "PersonPtr.prev(80001400) is 80001000, must be NULL");
        assertThat(found.where()).matches(SAMPLE + "LineRefines.java:\\d+");
    }

    @Test
    void state_of_kernel_is_named_by_its_constant() {
        assertThat(smallest("clear_refines_serveAll").broken())
            .isEqualTo("related > stateRelated: LinePtr.state() is WAITING, must be EMPTY");
    }

    @Test
    void comparison_in_the_claim_itself_tells_both_values() {
        assertThat(smallest("length_refines_length").broken()).isEqualTo("LineOps.length() is 2, must be 1");
    }

    @Test
    void predicate_that_must_not_hold_is_told() {
        assertThat(smallest("isWaiting_refines_isWaiting").broken())
            .isEqualTo("Lines.isWaiting(80001000) is true");
    }

    @Test
    void predicate_that_holds_of_none_is_told_without_an_element() {
        assertThat(smallest("nobody_waits").broken())
            .isEqualTo("isWaiting: Lines.isWaiting(80001000) is false");
    }

    @Test
    void exception_is_told_with_its_line() {
        var found = smallest("share_refines_nothing");

        assertThat(found.broken()).matches("raises ArithmeticException: / by zero at LineOps.java:\\d+");
        assertThat(found.where()).matches(SAMPLE + "line/LineOps.java:\\d+");
    }

    @Test
    void run_that_does_not_end_is_given_up() {
        assertThat(smallest("wait_refines_nothing").broken()).startsWith("raises Endless: ")
            .containsPattern("at LineOps.java:\\d+");
    }

    @Test
    void store_outside_all_objects_is_told_with_the_line_that_asked_for_it() {
        var found = smallest("greet_refines_nothing");

        assertThat(found.broken())
            .isEqualTo("PersonPtr.setPrev(80001400, 1) stores to 80001408, where no object is");
        assertThat(found.where()).matches(SAMPLE + "line/LineOps.java:\\d+");
    }

    @Test
    void rows_tell_what_changed() {
        assertThat(smallest("leave_refines_leave").rows()).containsExactly(
            new Row("before", "line", "[80001000, 80001400]", "head 80001000", false),
            new Row("after", "line", "[80001400]", "head 80001400", true));
    }

    @Test
    void rows_tell_the_whole_state_where_nothing_changed() {
        assertThat(smallest("length_refines_length").rows()).extracting(Row::when, Row::what)
            .containsExactly(tuple("before", "line"), tuple("before", "served"));
    }

    @Test
    void input_is_what_is_no_state() {
        assertThat(smallest("share_refines_nothing").input()).hasSize(2).first().asString()
            .matches("amount \\d+");
        assertThat(smallest("share_refines_nothing").input()).last().asString()
            .matches("order count \\d  urgent (true|false)");
    }

    @Test
    void path_tells_which_changes_called_which() {
        assertThat(smallest("leave_refines_leave").path())
            .containsExactly("spec: Lines.leave > without", "kernel: LineOps.leave > unlink");
    }

    @Test
    void repeated_changes_are_counted() {
        assertThat(found("clear_refines_serveAll", seeds(3)).map(Counterexample::path)).contains(
            List.of("spec: Lines.serveAll > (serve > without) ×3", "kernel: LineOps.clear > unlink ×3"));
    }

    @Test
    void obligation_that_holds_has_no_counterexample() {
        assertThat(Replay.of(new LineSuite(), method("related_is_related"), Seed.ofSize(4, 0))).isEmpty();
    }

    private static Counterexample smallest(String obligation) {
        var seeds = IntStream.rangeClosed(1, Seed.LARGEST_SIZE).boxed().flatMapToLong(ReplayTest::seeds);
        return found(obligation, seeds).findFirst().orElseThrow();
    }

    private static Stream<Counterexample> found(String obligation, LongStream seeds) {
        var suite = new LineSuite();
        var replay = new Replay(suite, method(obligation), ClassSource.of(suite.getClass().getClassLoader()));
        return seeds.mapToObj(replay::on).flatMap(Optional::stream);
    }

    private static LongStream seeds(int size) {
        return LongStream.range(0, TRIES).map(i -> Seed.ofSize(size, i << 3));
    }

    private static Method method(String name) {
        return Arrays.stream(new LineSuite().obligations().getFirst().getDeclaredMethods())
            .filter(m -> m.getName().equals(name)).findFirst().orElseThrow();
    }
}
