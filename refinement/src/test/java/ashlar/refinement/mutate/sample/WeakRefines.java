package ashlar.refinement.mutate.sample;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;

/// As `CounterRefines`, but the relation lacks a conjunct: what was added last.
final class WeakRefines {
    private WeakRefines() { }

    private static boolean related(Tally s, Machine m, long at) {
        return CounterPtr.count(m, at) == s.count();
    }

    @Obligation
    static void add_refines_add(Tally s, Machine m, long at, long n) {
        assume(related(s, m, at));
        s = Tallies.add(s, n);
        CounterOps.add(m, at, n);
        prove(related(s, m, at));
    }

    @Obligation
    static void clear_refines_clear(Tally s, Machine m, long at) {
        assume(related(s, m, at));
        s = Tallies.clear(s);
        CounterOps.clear(m, at);
        prove(related(s, m, at));
    }

    @Obligation
    static void reset_refines_reset(Tally s, Machine m, long at) {
        assume(related(s, m, at));
        s = Tallies.reset(s);
        CounterOps.reset(m, at);
        prove(related(s, m, at));
    }

    @Obligation(contract = true)
    static void drain_refines_drain(Tally s, Machine m, long at) {
        assume(related(s, m, at) && s.count() >= 0);
        decreases(s.count());
        s = Tallies.drain(s);
        CounterOps.drain(m, at);
        prove(related(s, m, at) && s.count() == 0);
    }

    @Obligation
    static void addUnlessRare_refines_addUnlessRare(Tally s, Machine m, long at, long n) {
        assume(related(s, m, at));
        s = Tallies.addUnlessRare(s, n);
        CounterOps.addUnlessRare(m, at, n);
        prove(related(s, m, at));
    }
}
