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
import org.junit.jupiter.api.Test;

/// The engine against the JVM. `-Dtrial.cases=N` sets the number of cases, `-Dtrial.seed=N` the seed.
final class DifferentialTest {
    @Test
    void engine_agrees_with_jvm() {
        var report = DifferentialTrial.of(List.of(Ints.class, Control.class, Shapes.class, Storage.class,
            Faults.class, Dispatch.class, Jdk.class, Theories.class), 500, 1);
        System.out.println(report.cases() + " cases, " + report.undefined() + " undefined");
        assertThat(report.differences()).isEmpty();
    }
}
