package ashlar.refinement.report;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.report.sample.LineSuite;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShrinkTest {
    private static final long FAILING = Seed.ofSize(6, 88);
    private static final long EMPTY_LINE = Seed.ofSize(6, 64);
    private static final long FULL_LINE = Seed.ofSize(6, 16);

    @Test
    void counterexample_shrinks_to_the_shortest_line() {
        assertThat(shrunk("leave_refines_leave", FAILING)).get().extracting(c -> c.rows().getFirst().spec())
            .isEqualTo("[80001000, 80001400]");
    }

    @Test
    void counterexample_shrinks_to_the_same_one_again() {
        assertThat(shrunk("leave_refines_leave", FAILING)).isEqualTo(shrunk("leave_refines_leave", FAILING));
    }

    @Test
    void counterexample_shrinks_to_one_of_its_sort() {
        assertThat(shrunk("serve_refines_serve", EMPTY_LINE)).get()
            .extracting(Counterexample::broken).asString().startsWith("raises NoSuchElementException");
        assertThat(shrunk("serve_refines_serve", FULL_LINE)).get()
            .extracting(Counterexample::broken).asString().startsWith("related");
    }

    @Test
    void obligation_that_holds_has_no_counterexample() {
        assertThat(shrunk("related_is_related", FAILING)).isEmpty();
    }

    private static Optional<Counterexample> shrunk(String obligation, long seed) {
        return Shrink.of(new LineSuite(), method(obligation), seed);
    }

    private static Method method(String name) {
        return Arrays.stream(new LineSuite().obligations().getFirst().getDeclaredMethods())
            .filter(m -> m.getName().equals(name)).findFirst().orElseThrow();
    }
}
