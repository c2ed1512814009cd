package ashlar.proofs.layout;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.layout.LayoutProof;
import ashlar.refinement.lift.ClassSource;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
    static Stream<Class<?>> layouts() {
        return Places.byLayout().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void fields_of_a_layout_are_separate(Class<?> layout) {
        ClassSource source = ClassSource.of(layout.getClassLoader());
        LayoutProof proof = LayoutProof.of(layout, Places.byLayout().get(layout), source, 2_000);
        assertThat(proof.open()).isEmpty();
        assertThat(proof.claims()).isPositive();
    }
}
