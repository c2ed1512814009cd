package ashlar.refinement.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.refinement.api.Frame;
import ashlar.refinement.api.Row;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import ashlar.refinement.check.TallyContracts.Circular;
import ashlar.refinement.check.TallyContracts.Clear;
import ashlar.refinement.check.TallyContracts.False;
import ashlar.refinement.check.TallyContracts.Opaque;
import ashlar.refinement.check.TallyContracts.Refining;
import ashlar.refinement.check.TallyContracts.Tally;
import ashlar.refinement.check.TallyContracts.True;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.solve.Limits;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Contracts of the specification alone, on a counter: what callers may rely on, and what they may not.
public class SpecificationContractTest {
    private static final Limits LIMITS = new Limits(2_000, 4_000, 30_000);

    @Test
    void recursive_function_is_proved_by_induction_over_a_measure() {
        Proof proof = proof(True.class, "drain_empties");
        assertThat(proof.open()).isEmpty();
        assertThat(proof.dependencies().uses()).isEmpty();
        assertThat(proof(True.class, "drain_keeps_positive_shares").open()).isEmpty();
    }

    @Test
    void caller_relies_on_the_contract_whose_assumptions_hold() {
        Proof proof = proof(True.class, "drainTwice_empties");
        assertThat(proof.open()).isEmpty();
        assertThat(proof.dependencies().uses()).containsExactly("True.drain_empties");
    }

    @Test
    void caller_relies_on_all_contracts_that_hold() {
        Proof proof = proof(True.class, "portion_is_defined");
        assertThat(proof.open()).isEmpty();
        assertThat(proof.dependencies().uses())
            .containsExactlyInAnyOrder("True.drain_empties", "True.drain_keeps_positive_shares");
        assertOpen(proof(True.class, "portion_is_defined_by_the_wrong_contract"),
            "raises no ArithmeticException");
    }

    @Test
    void caller_must_meet_the_assumptions_of_one_contract() {
        assertOpen(proof(True.class, "drainTwice_of_anything"), "none was soon shown");
        assertOpen(proof(True.class, "drainTwice_assumes_too_little"), "assumptions of True.drain_empties");
    }

    @Test
    void recursive_function_is_not_executed() {
        assertOpen(proof(True.class, "drainTwice_is_not_executed"), "prove");
    }

    @Test
    void opaque_contract_gives_what_it_claims_and_keeps_and_nothing_else() {
        assertThat(proof(Opaque.class, "increase_exceeds").open()).isEmpty();
        assertThat(proof(Opaque.class, "increaseTwice_exceeds").open()).isEmpty();
        assertOpen(proof(Opaque.class, "increaseTwice_adds_two"), "prove");
    }

    @Test
    void function_with_a_clear_contract_is_executed() {
        Proof proof = proof(Clear.class, "increaseTwice_adds_two");
        assertThat(proof.open()).isEmpty();
        assertThat(proof.dependencies().uses()).isEmpty();
        Proof named = proof(Clear.class, "increaseTwice_adds_two_by_contract");
        assertThat(named.open()).isEmpty();
        assertThat(named.dependencies().uses()).containsExactly("Clear.increase_exceeds");
    }

    @Test
    void induction_needs_a_measure_that_falls_and_assumptions_that_stay() {
        assertOpen(proof(False.class, "drain_leaves_one"), "prove");
        assertOpen(proof(False.class, "drain_by_a_measure_that_stays"), "the measure falls");
        assertOpen(proof(False.class, "drain_by_no_measure"), "a measure that falls");
        assertOpen(proof(False.class, "drain_by_a_measure_without_bound"), "the measure falls");
        assertOpen(proof(False.class, "drain_by_a_measure_named_at_times"), "the measure falls");
        assertOpen(proof(False.class, "drain_by_an_assumption_that_fails_later"),
            "assumptions of False.drain_by_an_assumption_that_fails_later");
    }

    @Test
    void contract_speaks_of_the_arguments_that_its_obligation_passes() {
        assertOpen(proof(False.class, "drainTwice_by_another_state"),
            "assumptions of False.drain_of_another_state");
    }

    @Test
    void false_contract_is_refuted_and_what_relies_on_it_is_not_proved() {
        var verdicts = verdicts(new FalseSuite());
        assertThat(verdicts).containsEntry("False.drain_leaves_one", "refuted")
            .containsEntry("False.portion_after_a_false_contract", "unknown");
    }

    @Test
    void contracts_that_rely_on_one_another_prove_nothing() {
        assertThat(proof(Circular.class, "increase_adds_one").open()).isEmpty();
        assertThat(proof(Circular.class, "decrease_takes_one").open()).isEmpty();
        assertThat(verdicts(new CircularSuite())).containsEntry("Circular.increase_adds_one", "unknown")
            .containsEntry("Circular.decrease_takes_one", "unknown");
    }

    @Test
    void contract_for_each_of_many_values_is_refused() {
        assertRefused(True.class, "draining_each_of_many", "for each of many values");
    }

    @Test
    void contract_that_is_not_there_is_refused() {
        assertRefused(True.class, "names_what_is_not_there", "called drain_fills");
    }

    @Test
    void contract_of_the_specification_alone_does_not_refine() {
        assertRefused(Refining.class, "drain_empties", "must call one function on trial");
    }

    private static void assertRefused(Class<?> obligations, String name, String why) {
        assertThatThrownBy(() -> proof(obligations, name)).isInstanceOf(Unsupported.class)
            .hasMessageContaining(why);
    }

    private static void assertOpen(Proof proof, String what) {
        assertThat(proof.open()).isNotEmpty().anySatisfy(o -> assertThat(o.text()).contains(what));
    }

    private static Proof proof(Class<?> obligations, String name) {
        Method m = Arrays.stream(obligations.getDeclaredMethods()).filter(o -> o.getName().equals(name))
            .findFirst().orElseThrow();
        return Proof.of(new TallySuite(obligations), m,
            ClassSource.of(SpecificationContractTest.class.getClassLoader()), LIMITS, _ -> { });
    }

    private static Map<String, String> verdicts(Suite suite) {
        var options = new Options(List.of(), 1, 2, Optional.empty(), Optional.empty(), true, false, false);
        return Checker.run(suite, options, (_, _, _) -> { }).stream()
            .collect(Collectors.toMap(Result::id, r -> r.verdict().text()));
    }

    public static final class FalseSuite extends TallySuite {
        public FalseSuite() {
            super(False.class);
        }
    }

    public static final class CircularSuite extends TallySuite {
        public CircularSuite() {
            super(Circular.class);
        }
    }

    public static class TallySuite implements Suite {
        private final Class<?> contracts;

        TallySuite(Class<?> contracts) {
            this.contracts = contracts;
        }

        @Override
        public List<Class<?>> obligations() {
            return List.of(contracts);
        }

        @Override
        public List<Class<?>> layouts() {
            return List.of();
        }

        @Override
        public List<Frame> frames() {
            return List.of();
        }

        @Override
        public boolean isOnTrial(String className) {
            return false;
        }

        @Override
        public Sampler sampler() {
            return new TallySampler();
        }
    }

    private static final class TallySampler implements Sampler {
        @Override
        public Object[] arguments(Method obligation, int size, RandomGenerator random) {
            return new Object[] {new Tally(random.nextLong(0, 4), random.nextLong(-1, 3))};
        }

        @Override
        public List<Row> picture(String when, Object[] values) {
            return List.of();
        }

        @Override
        public boolean isInObject(Object[] arguments, long address) {
            return false;
        }

        @Override
        public Object[] copy(Object[] arguments) {
            return arguments.clone();
        }
    }
}
