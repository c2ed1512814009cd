package ashlar.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.api.Obligation;
import ashlar.refinement.check.Trial;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every theorem of the suite, as a test on generated states.
final class ObligationsTest {
    private static final int TRIES_PER_SIZE = 40;

    private final Slice slice = new Slice();

    static Stream<Named<Method>> obligations() {
        return new Slice().obligations().stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Obligation.class))
            .sorted(Comparator.comparing(Method::toString))
            .map(method -> Named.of(method.getName(), method));
    }

    @ParameterizedTest
    @MethodSource("obligations")
    void obligation_holds_of_states_that_satisfy_its_assumptions(Method obligation) {
        var trial = Trial.of(obligation, slice.sampler(), TRIES_PER_SIZE, obligation.getName().hashCode());
        assertThat(trial.refutation()).isEmpty();
        assertThat(trial.witness()).as("a state satisfies the assumptions").isTrue();
    }
}
