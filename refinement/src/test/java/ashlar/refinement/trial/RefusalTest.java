package ashlar.refinement.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.trial.sample.Because;
import ashlar.refinement.trial.sample.Refused;
import ashlar.refinement.trial.sample.RefusedFunctions;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the engine does not understand it refuses, with file and line and the reason.
final class RefusalTest {
    private static final ClassSource SOURCE = ClassSource.of(RefusalTest.class.getClassLoader());

    static List<Method> refused() {
        return Stream.of(Refused.class, RefusedFunctions.class)
            .flatMap(samples -> DifferentialTrial.methods(samples).stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void unknown_construct_is_refused_with_file_and_line(Method method) {
        assertThatThrownBy(() -> new Subject(method, SOURCE).lifted()).isInstanceOf(Unsupported.class)
            .hasMessageContaining(method.getAnnotation(Because.class).value())
            .hasMessageMatching(method.getDeclaringClass().getSimpleName() + "\\." + method.getName()
                + " at \\w+\\.java:\\d+: .*");
    }
}
