package ashlar.refinement.mutate.operators;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.machine.Machine;
import ashlar.refinement.mutate.operators.sample.ShelfOps;
import ashlar.refinement.mutate.operators.sample.ShelfPtr;
import ashlar.refinement.term.Terms;
import ashlar.refinement.trial.sample.Control;
import ashlar.refinement.trial.sample.Dispatch;
import ashlar.refinement.trial.sample.Shapes;
import ashlar.refinement.trial.sample.Storage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pitest.mutationtest.engine.Mutant;
import org.pitest.mutationtest.engine.gregor.config.Mutator;

class OperatorTest {
    private static final long SHELF = 0x1000;

    private final Machine m = new Machine();

    private static Trial of(String operator) {
        return new Trial(ShelfOps.class, operator);
    }

    @Test
    void swapped_stores_let_the_first_win() throws ReflectiveOperationException {
        of("SWAP_STORES").results("put", m, SHELF, 7, 8);
        assertThat(ShelfPtr.left(m, SHELF)).isEqualTo(7);
    }

    @Test
    void stores_of_different_branches_are_not_swapped() {
        assertThat(of("SWAP_STORES").mutants("putIf")).isEmpty();
    }

    @Test
    void swapped_stores_keep_their_lines() {
        Mutant mutant = of("SWAP_STORES").mutants("put").getFirst();
        assertThat(mutant.getDetails().getDescription())
            .isEqualTo("swapped calls to ShelfPtr.setLeft and ShelfPtr.setLeft");
        assertThat(Lines.of(mutant, "put")).isEqualTo(List.of(0, -1, 1));
    }

    @Test
    void swapped_arguments_of_two_words() throws ReflectiveOperationException {
        Trial trial = of("SWAP_ARGUMENTS");
        assertThat(Trial.results(trial.mutants("tenLess").subList(0, 1), 3L)).containsExactly(7L);
    }

    @Test
    void swapped_arguments_of_one_word() throws ReflectiveOperationException {
        Trial trial = of("SWAP_ARGUMENTS");
        assertThat(Trial.results(trial.mutants("tenLess").subList(1, 2), 3)).containsExactly(7);
    }

    @Test
    void arguments_that_are_the_same_are_not_swapped() {
        assertThat(of("SWAP_ARGUMENTS").mutants("none")).isEmpty();
    }

    @Test
    void arguments_that_need_a_branch_are_not_swapped() {
        assertThat(of("SWAP_ARGUMENTS").mutants("tenLessIf")).isEmpty();
    }

    @Test
    void the_neighbour_field_is_the_next_of_the_same_signature() throws ReflectiveOperationException {
        Trial trial = of("NEIGHBOUR_FIELD");
        Trial.results(trial.mutants("put").subList(0, 1), m, SHELF, 7, 8);
        assertThat(ShelfPtr.right(m, SHELF)).isEqualTo(7);
    }

    @Test
    void a_field_without_neighbours_of_its_type_stays() {
        assertThat(of("NEIGHBOUR_FIELD").mutants("isFull")).isEmpty();
    }

    @Test
    void off_by_one_object_of_a_layout_class() throws ReflectiveOperationException {
        assertThat(of("OFF_BY_ONE_OBJECT").results("third", SHELF)).containsExactly(SHELF + 3 * 32);
    }

    @Test
    void off_by_one_word_in_an_array() throws ReflectiveOperationException {
        assertThat(of("OFF_BY_ONE_OBJECT").results("wordAfter", SHELF, 4)).containsExactly(SHELF + 5 * 8);
    }

    @Test
    void a_wrong_constant_is_found_through_calls() throws ReflectiveOperationException {
        of("WRONG_CONSTANT").results("fill", m, SHELF);
        assertThat(ShelfPtr.state(m, SHELF)).isEqualTo(ShelfPtr.LOST);
    }

    @Test
    void a_wrong_constant_is_told_by_name() {
        assertThat(of("WRONG_CONSTANT").descriptions("fill"))
            .containsExactly("ShelfPtr.LOST in place of FULL");
    }

    @Test
    void a_field_is_compared_with_a_wrong_constant() throws ReflectiveOperationException {
        ShelfPtr.setState(m, SHELF, ShelfPtr.LOST);
        assertThat(of("WRONG_CONSTANT").results("isFull", m, SHELF)).containsExactly(true);
    }

    @Test
    void a_field_is_compared_with_another_constant_than_zero() throws ReflectiveOperationException {
        ShelfPtr.setState(m, SHELF, ShelfPtr.FULL);
        assertThat(of("WRONG_CONSTANT").results("isEmpty", m, SHELF)).containsExactly(true);
    }

    @Test
    void cases_change_places() throws ReflectiveOperationException {
        ShelfPtr.setState(m, SHELF, ShelfPtr.FULL);
        assertThat(of("WRONG_CONSTANT").results("take", m, SHELF)).containsExactly(10, 12);
    }

    @Test
    void a_wrong_constant_is_returned() throws ReflectiveOperationException {
        assertThat(of("WRONG_CONSTANT").results("refuse")).containsExactly(ShelfOps.TAKEN);
    }

    @Test
    void an_offset_is_that_of_the_next_field() throws ReflectiveOperationException {
        ShelfPtr.setRight(m, SHELF, 9);
        assertThat(new Trial(ShelfPtr.class, "WRONG_CONSTANT").results("left", m, SHELF)).containsExactly(9L);
    }

    @Test
    void the_group_drops_stores_too() {
        assertThat(of("KERNEL").descriptions("fill"))
            .anyMatch(d -> d.startsWith("removed call to") && d.endsWith("::mark"));
    }

    @Test
    void all_operators_of_ours_are_known_to_pit() {
        assertThat(Mutator.allMutatorIds()).containsAll(Operator.names()).contains("KERNEL");
    }

    @ParameterizedTest
    @ValueSource(classes = {ShelfOps.class, ShelfPtr.class, Code.class, WrongConstant.class,
        EditedMethod.class, Control.class, Dispatch.class, Shapes.class, Storage.class, Terms.class})
    void mutants_verify_and_have_each_an_id(Class<?> original) {
        Set<Object> ids = new HashSet<>();
        assertThat(new Trial(original, "KERNEL").all().toList()).isNotEmpty().allSatisfy(mutant -> {
            assertThat(Trial.errors(mutant)).isEmpty();
            assertThat(ids.add(mutant.getDetails().getId())).isTrue();
        });
    }
}
