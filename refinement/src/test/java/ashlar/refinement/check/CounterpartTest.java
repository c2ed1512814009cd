package ashlar.refinement.check;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;
import static ashlar.refinement.check.ContractTest.assertOpen;
import static ashlar.refinement.check.ContractTest.proof;
import static ashlar.refinement.check.ContractTest.related;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.refinement.check.ContractTest.Kernel;
import ashlar.refinement.check.ContractTest.Tallies;
import ashlar.refinement.check.ContractTest.Tally;
import org.junit.jupiter.api.Test;

/// Which calls of the specification are the counterpart of a call on trial.
class CounterpartTest {
    static final class Sums {
        private Sums() { }

        static Tally add(Tally s, long n) {
            return new Tally(s.count() + n);
        }
    }

    /// The contract is of adding one, though the specification can add more; and only to one.
    static final class Adding {
        private Adding() { }

        @Obligation(contract = true, opaque = true)
        static void add(Tally s, Machine m, long at) {
            assume(related(s, m, at) && isOne(s));
            s = Sums.add(s, 1);
            Kernel.increase(m, at);
            prove(related(s, m, at));
        }

        @Obligation(contract = true)
        static void increase(Tally s, Machine m, long at) {
            s = Tallies.increase(s);
            Kernel.increaseAgain(m, at);
        }

        private static boolean isOne(Tally s) {
            return Tallies.increase(s).count() == s.count() + s.count();
        }

        @Obligation
        static void addsOneToOne(Tally s, Machine m, long at) {
            assume(related(s, m, at) && s.count() == 1);
            s = Sums.add(s, 1);
            Kernel.increase(m, at);
            prove(related(s, m, at));
        }

        @Obligation
        static void addsTwoToOne(Tally s, Machine m, long at) {
            assume(related(s, m, at) && s.count() == 1);
            s = Sums.add(s, 2);
            Kernel.increase(m, at);
        }

        @Obligation
        static void addsOneToAny(Tally s, Machine m, long at) {
            assume(related(s, m, at));
            s = Sums.add(s, 1);
            Kernel.increase(m, at);
        }
    }

    @Test
    void call_of_the_specification_with_other_arguments_is_no_counterpart() {
        assertThat(proof(Adding.class, "addsOneToOne").open()).isEmpty();
        assertOpen(proof(Adding.class, "addsTwoToOne"), "assumptions of Adding.add");
    }

    @Test
    void other_contracts_functions_mean_the_same_in_an_assumption() {
        assertOpen(proof(Adding.class, "addsOneToAny"), "assumptions of Adding.add");
    }
}
