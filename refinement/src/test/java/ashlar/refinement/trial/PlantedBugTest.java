package ashlar.refinement.trial;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.trial.sample.Control;
import ashlar.refinement.trial.sample.Faults;
import ashlar.refinement.trial.sample.Ints;
import ashlar.refinement.trial.sample.Shapes;
import ashlar.refinement.trial.sample.Storage;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Bugs planted in the engine are found by its trials, which find none in the engine as it is.
final class PlantedBugTest {
    private static final List<Class<?>> SAMPLES =
        List.of(Ints.class, Control.class, Shapes.class, Storage.class, Faults.class);
    private static final int POINTS = 15;
    private static final int TREES = 300;

    @Test
    void trials_find_nothing_in_the_engine_as_it_is() {
        Planted engine = Planted.nothing();
        assertThat(engine.againstJvm(SAMPLES, POINTS)).isEmpty();
        assertThat(engine.ofRewriting(TREES)).isEmpty();
    }

    private static void isFoundAgainstJvm(Planted engine) {
        assertThat(engine.againstJvm(SAMPLES, POINTS)).isNotEmpty();
        assertThat(engine.isPlanted()).isTrue();
    }

    @Test
    void dropped_condition_of_a_path_not_taken_is_found() {
        isFoundAgainstJvm(Planted.insteadOf("lift.Activation", "branch", "and", 1, (code, _) -> code.pop()));
    }

    @Test
    void dropped_condition_of_a_path_taken_is_found() {
        isFoundAgainstJvm(Planted.insteadOf("lift.Activation", "branch", "and", 0, (code, _) -> code.pop()));
    }

    @Test
    void path_that_goes_on_after_an_exception_is_found() {
        isFoundAgainstJvm(Planted.insteadOf("lift.Activation", "raiseIf", "and", 1, (code, _) -> code.pop()));
    }

    @Test
    void merge_with_its_sides_changed_is_found() {
        isFoundAgainstJvm(Planted.insteadOf("heap.Merge", "number", "ite", 1,
            (code, i) -> code.swap().with(i)));
    }

    @Test
    void merge_that_forgets_one_heap_is_found() {
        isFoundAgainstJvm(Planted.insteadOf("heap.Heap", "joined", "each", 0,
            (code, _) -> code.pop().swap().pop().swap().pop()));
    }

    @Test
    void unsound_rule_of_equations_is_found() {
        Planted engine = Planted.insteadOf("term.Equations", "chosen", "or", 0, (code, i) ->
            code.invokevirtual(i.owner().asSymbol(), "and", i.typeSymbol()));
        assertThat(engine.ofRewriting(TREES)).isNotEmpty();
        assertThat(engine.isPlanted()).isTrue();
    }

    @Test
    void unsound_rule_of_extensions_is_found() {
        Planted engine = Planted.insteadOf("term.Pieces", "sext", "toSigned", 0, (code, i) ->
            code.invokevirtual(i.owner().asSymbol(), "constant", i.typeSymbol()));
        assertThat(engine.ofRewriting(TREES)).isNotEmpty();
        assertThat(engine.againstJvm(SAMPLES, POINTS)).isNotEmpty();
    }

    @Test
    void unsound_rule_of_orders_is_found() {
        Planted engine = Planted.insteadOf("term.Orders", "of", "slt", 0, (code, i) ->
            code.swap().with(i));
        assertThat(engine.againstJvm(SAMPLES, POINTS)).isNotEmpty();
        assertThat(engine.isPlanted()).isTrue();
    }
}
