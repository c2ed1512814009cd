package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.proofs.refines.Context;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;

/// A thread that leaves what it is blocked in keeps every invariant.
public final class IpcKeepsInvariants {
    private IpcKeepsInvariants() { }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_waiting", "deleteOne_keeps_objects"},
        text = "cancel keeps who waits where")
    static void cancel_keeps_waiting(State s, Ref<Tcb> t) {
        assume(Groups.waiting(s));
        assume(Groups.alignment(s));
        assume(Groups.mayBeCancelled(s, t));
        s = Ipc.cancel(s, t);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_scheduling_invariants",
        "deleteOne_keeps_objects"}, text = "cancel keeps the invariants of scheduling")
    static void cancel_keeps_scheduling_invariants(State s, Ref<Tcb> t) {
        assume(SchedulingInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(Groups.mayBeCancelled(s, t));
        s = Ipc.cancel(s, t);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_reply_invariants", "deleteOne_keeps_objects"},
        text = "cancel keeps the invariants of replies")
    static void cancel_keeps_reply_invariants(State s, Ref<Tcb> t) {
        assume(ReplyInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(Groups.mayBeCancelled(s, t));
        s = Ipc.cancel(s, t);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, by = {"deleteOne_keeps_derivation", "deleteOne_keeps_objects"},
        text = "cancel keeps the derivation forest sound")
    static void cancel_keeps_derivation(State s, Ref<Tcb> t) {
        assume(Context.derivation(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(Groups.mayBeCancelled(s, t));
        s = Ipc.cancel(s, t);
        prove(Context.derivation(s));
    }

    @Obligation(value = Kind.INVARIANT, by = "deleteOne_keeps_objects",
        text = "cancel keeps the objects, and tells what slots change")
    static void cancel_keeps_objects(State s, Ref<Tcb> t) {
        assume(Groups.alignment(s));
        assume(Groups.waiting(s));
        assume(Groups.mayBeCancelled(s, t));
        State before = s;
        s = Ipc.cancel(s, t);
        prove(Groups.alignment(s));
        prove(Context.keepsObjects(before, s) && Groups.choosesNobody(before, s));
        prove(Context.onlyEmpties(before, s));
    }
}
