package ashlar.refinement.check;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Frame;
import ashlar.refinement.api.Obligation;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.solve.Limits;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Contracts, on a counter in memory: what callers may rely on, and what they may not.
class ContractTest {
    private static final Limits LIMITS = new Limits(2_000, 4_000, 30_000);

    record Tally(long count) { }

    static final class CellPtr {
        private CellPtr() { }

        static long count(Machine m, long at) {
            return m.load64(at);
        }

        static void setCount(Machine m, long at, long count) {
            m.store64(at, count);
        }
    }

    /// The specification.
    static final class Tallies {
        private Tallies() { }

        static Tally increase(Tally s) {
            return new Tally(s.count() + 1);
        }

        static Tally increaseIf(Tally s, boolean isWanted) {
            return isWanted ? increase(s) : s;
        }

        static Tally share(Tally s) {
            return new Tally(100 / increase(s).count());
        }

        static Tally drain(Tally s) {
            return s.count() == 0 ? s : drain(new Tally(s.count() - 1));
        }
    }

    /// What is on trial.
    static final class Kernel {
        private Kernel() { }

        static void increase(Machine m, long at) {
            CellPtr.setCount(m, at, CellPtr.count(m, at) + 1);
        }

        static void increaseIf(Machine m, long at, boolean isWanted) {
            if (isWanted) increase(m, at);
        }

        static void increaseUnless(Machine m, long at, boolean isWanted) {
            if (!isWanted) increase(m, at);
        }

        static void increaseAgain(Machine m, long at) {
            long before = CellPtr.count(m, at);
            increase(m, at);
            if (before < 0) increase(m, at);
        }

        static void increaseBoth(Machine m, long at, long other) {
            increase(m, at);
            increase(m, other);
        }

        static void drain(Machine m, long at) {
            while (CellPtr.count(m, at) != 0) CellPtr.setCount(m, at, CellPtr.count(m, at) - 1);
        }
    }

    static boolean related(Tally s, Machine m, long at) {
        return CellPtr.count(m, at) == s.count();
    }

    /// Callers see through the specification's function.
    static final class Clear {
        private Clear() { }

        @Obligation(contract = true)
        static void increase(Tally s, Machine m, long at) {
            assume(related(s, m, at) && s.count() >= 0);
            s = Tallies.increase(s);
            Kernel.increase(m, at);
            prove(related(s, m, at));
        }

        @Obligation
        static void increaseIf(Tally s, Machine m, long at, boolean isWanted) {
            assume(related(s, m, at) && s.count() >= 0);
            s = Tallies.increaseIf(s, isWanted);
            Kernel.increaseIf(m, at, isWanted);
            prove(related(s, m, at));
        }

        @Obligation
        static void assumesTooLittle(Tally s, Machine m, long at, boolean isWanted) {
            assume(related(s, m, at));
            s = Tallies.increaseIf(s, isWanted);
            Kernel.increaseIf(m, at, isWanted);
            prove(related(s, m, at));
        }

        @Obligation
        static void increaseUnless(Tally s, Machine m, long at, boolean isWanted) {
            assume(related(s, m, at) && s.count() >= 0);
            s = Tallies.increaseIf(s, isWanted);
            Kernel.increaseUnless(m, at, isWanted);
            prove(related(s, m, at));
        }

        @Obligation
        static void secondHasNoCounterpart(Tally s, Machine m, long at, long other) {
            assume(related(s, m, at) && s.count() >= 0);
            s = Tallies.increase(s);
            Kernel.increaseBoth(m, at, other);
        }

        @Obligation
        static void seesTheSum(Tally s, Machine m, long at) {
            assume(related(s, m, at) && s.count() >= 0);
            long before = s.count();
            s = Tallies.increase(s);
            Kernel.increase(m, at);
            prove(s.count() == before + 1);
        }
    }

    /// Callers know only what is claimed.
    static final class Opaque {
        private Opaque() { }

        @Obligation(contract = true, opaque = true)
        static void increase(Tally s, Machine m, long at) {
            assume(related(s, m, at) && s.count() >= 0);
            long before = s.count();
            s = Tallies.increase(s);
            Kernel.increase(m, at);
            prove(related(s, m, at) && s.count() != 0);
            prove(before >= 0);
        }

        @Obligation
        static void excludesBranchByClaim(Tally s, Machine m, long at) {
            assume(related(s, m, at));
            s = Tallies.increase(s);
            Kernel.increaseAgain(m, at);
            prove(related(s, m, at));
        }

        @Obligation
        static void increasesOnTheSideOfTheSpecification(Tally s, Machine m, long at) {
            assume(related(s, m, at) && s.count() >= 0);
            s = Tallies.increase(s);
            Kernel.increaseIf(m, at, false);
        }

        @Obligation
        static void increaseIf(Tally s, Machine m, long at, boolean isWanted) {
            assume(related(s, m, at) && s.count() >= 0);
            s = Tallies.increaseIf(s, isWanted);
            Kernel.increaseIf(m, at, isWanted);
            prove(related(s, m, at));
        }

        @Obligation
        static void increaseUnless(Tally s, Machine m, long at, boolean isWanted) {
            assume(related(s, m, at) && s.count() >= 0);
            s = Tallies.increaseIf(s, isWanted);
            Kernel.increaseUnless(m, at, isWanted);
            prove(related(s, m, at));
        }

        @Obligation
        static void share(Tally s, Machine m, long at) {
            assume(related(s, m, at) && s.count() >= 0);
            s = Tallies.share(s);
            Kernel.increase(m, at);
            prove(CellPtr.count(m, at) != 0);
        }

        @Obligation
        static void seesTheSum(Tally s, Machine m, long at) {
            assume(related(s, m, at) && s.count() >= 0);
            long before = s.count();
            s = Tallies.increase(s);
            Kernel.increase(m, at);
            prove(s.count() == before + 1);
        }
    }

    static final class Falling {
        private Falling() { }

        @Obligation(contract = true)
        static void drain(Tally s, Machine m, long at) {
            assume(related(s, m, at) && s.count() >= 0);
            decreases(s.count());
            s = Tallies.drain(s);
            Kernel.drain(m, at);
            prove(related(s, m, at) && s.count() == 0);
        }
    }

    static final class NotFalling {
        private NotFalling() { }

        @Obligation(contract = true)
        static void drain(Tally s, Machine m, long at) {
            assume(related(s, m, at) && s.count() >= 0);
            decreases(7L);
            s = Tallies.drain(s);
            Kernel.drain(m, at);
            prove(related(s, m, at) && s.count() == 0);
        }
    }

    /// A negative number never gets to zero before the measure is negative.
    static final class NotBounded {
        private NotBounded() { }

        @Obligation(contract = true)
        static void drain(Tally s, Machine m, long at) {
            assume(related(s, m, at));
            decreases(s.count());
            s = Tallies.drain(s);
            Kernel.drain(m, at);
            prove(related(s, m, at) && s.count() == 0);
        }
    }

    @Test
    void contract_stands_for_a_call() {
        Proof proof = proof(Clear.class, "increaseIf");
        assertThat(proof.open()).isEmpty();
        assertThat(proof.dependencies().uses()).containsExactly("Clear.increase");
    }

    @Test
    void contract_itself_is_proved_without_itself() {
        Proof proof = proof(Clear.class, "increase");
        assertThat(proof.open()).isEmpty();
        assertThat(proof.dependencies().uses()).isEmpty();
    }

    @Test
    void assumptions_of_a_contract_are_to_be_proved_at_the_call() {
        assertOpen(proof(Clear.class, "assumesTooLittle"), "assumptions of Clear.increase");
    }

    @Test
    void call_where_the_specification_makes_none_has_no_counterpart() {
        assertOpen(proof(Clear.class, "increaseUnless"), "a counterpart of this call");
        assertOpen(proof(Opaque.class, "increaseUnless"), "a counterpart of this call");
        assertOpen(proof(Clear.class, "secondHasNoCounterpart"), "a counterpart of this call");
    }

    @Test
    void opaque_contract_gives_what_it_claims_and_nothing_else() {
        assertThat(proof(Clear.class, "seesTheSum").open()).isEmpty();
        assertThat(proof(Opaque.class, "increaseIf").open()).isEmpty();
        assertOpen(proof(Opaque.class, "seesTheSum"), "prove");
    }

    @Test
    void branch_that_a_claim_excludes_does_not_help_to_meet_the_assumptions_of_that_claim() {
        assertOpen(proof(Opaque.class, "excludesBranchByClaim"), "assumptions of Opaque.increase");
    }

    @Test
    void opaque_call_of_the_specification_alone_has_no_counterpart() {
        assertOpen(proof(Opaque.class, "increasesOnTheSideOfTheSpecification"),
            "a counterpart on trial of this call");
    }

    @Test
    void exception_is_excluded_by_what_a_contract_claims() {
        assertThat(proof(Opaque.class, "share").open()).isEmpty();
    }

    @Test
    void loop_is_proved_by_induction_over_a_measure_that_falls() {
        assertThat(proof(Falling.class, "drain").open()).isEmpty();
        assertOpen(proof(NotFalling.class, "drain"), "the measure falls");
        assertOpen(proof(NotBounded.class, "drain"), "the measure falls");
    }

    static void assertOpen(Proof proof, String what) {
        assertThat(proof.open()).isNotEmpty().anySatisfy(o -> assertThat(o.text()).contains(what));
    }

    static Proof proof(Class<?> obligations, String name) {
        Method m = Arrays.stream(obligations.getDeclaredMethods()).filter(o -> o.getName().equals(name))
            .findFirst().orElseThrow();
        return Proof.of(new CounterSuite(obligations), m, ClassSource.of(ContractTest.class.getClassLoader()),
            LIMITS, _ -> { });
    }

    private record CounterSuite(Class<?> contracts) implements Suite {
        @Override
        public List<Class<?>> obligations() {
            return List.of(contracts);
        }

        @Override
        public List<Class<?>> layouts() {
            return List.of(CellPtr.class);
        }

        @Override
        public List<Frame> frames() {
            return List.of();
        }

        @Override
        public boolean isOnTrial(String className) {
            return className.endsWith("$Kernel");
        }

        @Override
        public Sampler sampler() {
            throw new UnsupportedOperationException("these obligations are only proved");
        }
    }
}
