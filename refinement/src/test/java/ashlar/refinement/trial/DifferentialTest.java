package ashlar.refinement.trial;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.trial.sample.Control;
import ashlar.refinement.trial.sample.Dispatch;
import ashlar.refinement.trial.sample.Faults;
import ashlar.refinement.trial.sample.Ints;
import ashlar.refinement.trial.sample.Jdk;
import ashlar.refinement.trial.sample.Shapes;
import ashlar.refinement.trial.sample.Storage;
import ashlar.refinement.trial.sample.Theories;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The engine against the JVM. `-Dtrial.cases=N` sets the number of cases (a million takes minutes),
/// `-Dtrial.seed=N` the seed.
final class DifferentialTest {
    private static final long CASES = Long.getLong("trial.cases", 120_000);
    private static final long SEED = Long.getLong("trial.seed", 1);

    static List<Class<?>> samples() {
        return List.of(Ints.class, Control.class, Shapes.class, Storage.class, Faults.class, Dispatch.class,
            Jdk.class, Theories.class);
    }

    /// Points at which each method is tried, so that all come to the number of cases.
    private static int points() {
        long methods = samples().stream().mapToLong(c -> DifferentialTrial.methods(c).size()).sum();
        return (int) Math.ceilDiv(CASES, methods);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void engine_agrees_with_jvm(Class<?> samples) {
        var report = DifferentialTrial.of(List.of(samples), points(), SEED);
        assertThat(report.differences()).isEmpty();
        assertThat(report.cases() - report.undefined())
            .isGreaterThanOrEqualTo((long) points() * DifferentialTrial.methods(samples).size());
    }
}
