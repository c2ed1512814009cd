package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.proofs.refines.Context;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.thread.Threads;

/// A thread that is stopped or set going keeps every invariant.
public final class StoppingKeepsInvariants {
    private StoppingKeepsInvariants() { }

    /// t is about to be stopped: it is neither the idle thread nor the one that is to run next.
    private static boolean mayStop(State s, Ref<Tcb> t) {
        return Groups.mayBeCancelled(s, t) && !t.equals(s.idle())
            && !(s.action() instanceof SwitchTo(var next) && next.equals(t));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, by = {"deleteOne_keeps_waiting",
        "deleteOne_keeps_objects"}, text = "suspend keeps who waits where")
    static void suspend_keeps_waiting(State s, Ref<Tcb> t) {
        assume(Groups.waiting(s));
        assume(Groups.alignment(s));
        assume(mayStop(s, t));
        s = Threads.suspend(s, t);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = {"deleteOne_keeps_scheduling_invariants", "deleteOne_keeps_objects"},
        text = "suspend keeps the invariants of scheduling")
    static void suspend_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(mayStop(s, t));
        s = Threads.suspend(s, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = {"deleteOne_keeps_reply_invariants", "deleteOne_keeps_objects"},
        text = "suspend keeps the invariants of replies")
    static void suspend_keeps_reply_invariants(State s, Ref<Tcb> t) {
        assume(ReplyInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(mayStop(s, t));
        s = Threads.suspend(s, t);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, by = {"deleteOne_keeps_derivation",
        "deleteOne_keeps_objects"}, text = "suspend keeps the derivation forest sound")
    static void suspend_keeps_derivation(State s, Ref<Tcb> t) {
        assume(Context.derivation(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(mayStop(s, t));
        s = Threads.suspend(s, t);
        prove(Context.derivation(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, by = "deleteOne_keeps_objects",
        text = "suspend keeps the objects, and tells what slots change")
    static void suspend_keeps_objects(State s, Ref<Tcb> t) {
        assume(Groups.alignment(s));
        assume(Groups.waiting(s));
        assume(mayStop(s, t));
        State before = s;
        s = Threads.suspend(s, t);
        prove(Groups.alignment(s));
        prove(Context.keepsObjects(before, s) && Groups.choosesNobody(before, s));
        prove(Context.onlyEmpties(before, s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_waiting", "deleteOne_keeps_objects",
        "deleteOne_keeps_derivation"}, text = "restart keeps who waits where")
    static void restart_keeps_waiting(State s, Ref<Tcb> t) {
        assume(Groups.waiting(s));
        assume(Groups.alignment(s));
        assume(Groups.mayBeCancelled(s, t) && Context.derivation(s));
        s = Threads.restart(s, t);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_scheduling_invariants",
        "deleteOne_keeps_objects", "deleteOne_keeps_derivation"},
        text = "restart keeps the invariants of scheduling")
    static void restart_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(Groups.mayBeCancelled(s, t) && Context.derivation(s));
        s = Threads.restart(s, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_reply_invariants", "deleteOne_keeps_objects",
        "deleteOne_keeps_derivation"}, text = "restart keeps the invariants of replies")
    static void restart_keeps_reply_invariants(State s, Ref<Tcb> t) {
        assume(ReplyInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(Groups.mayBeCancelled(s, t) && Context.derivation(s));
        s = Threads.restart(s, t);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_derivation", "deleteOne_keeps_objects",
        "deleteOne_keeps_reply_invariants"}, text = "restart keeps the derivation forest sound")
    static void restart_keeps_derivation(State s, Ref<Tcb> t) {
        assume(Context.derivation(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(Groups.mayBeCancelled(s, t));
        assume(ReplyInvariants.all(s));
        s = Threads.restart(s, t);
        prove(Context.derivation(s));
    }
}
