package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.proofs.refines.Context;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.CNodes;
import ashlar.spec.invariant.CapabilityInvariants;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// A capability that goes keeps every invariant; who waits for an object that nobody else can name is freed.
public final class DeletionKeepsInvariants {
    private DeletionKeepsInvariants() { }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = {"cancelAll_keeps_ipc_invariants", "cancelAllSignals_keeps_ipc_invariants",
        "cancelAll_keeps_notification_invariants", "cancelAllSignals_keeps_notification_invariants"},
        text = "finalise keeps who waits where")
    static void finalise_keeps_waiting(State s, Slot slot) {
        assume(Groups.waiting(s));
        assume(s.caps().has(slot) && Context.isOfObject(s, s.capability(slot)));
        s = CNodes.finalise(s, slot);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = {"cancelAll_keeps_scheduling_invariants", "cancelAllSignals_keeps_scheduling_invariants"},
        text = "finalise keeps the invariants of scheduling")
    static void finalise_keeps_scheduling_invariants(State s, Slot slot) {
        assume(SchedulingInvariants.all(s) && Groups.waiting(s));
        assume(s.caps().has(slot) && Context.isOfObject(s, s.capability(slot)));
        s = CNodes.finalise(s, slot);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, keeps = "slots",
        by = {"cancelAll_keeps_reply_invariants", "cancelAllSignals_keeps_reply_invariants"},
        text = "finalise keeps the invariants of replies")
    static void finalise_keeps_reply_invariants(State s, Slot slot) {
        assume(ReplyInvariants.all(s) && Groups.waiting(s));
        assume(s.caps().has(slot) && Context.isOfObject(s, s.capability(slot)));
        s = CNodes.finalise(s, slot);
        prove(ReplyInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, keeps = "slots",
        by = {"cancelAll_keeps_objects_and_slots", "cancelAllSignals_keeps_objects_and_slots"},
        text = "finalise keeps the objects and what the slots hold")
    static void finalise_keeps_objects(State s, Slot slot) {
        assume(Groups.alignment(s) && Groups.waiting(s));
        assume(s.caps().has(slot) && Context.isOfObject(s, s.capability(slot)));
        State before = s;
        s = CNodes.finalise(s, slot);
        prove(Groups.alignment(s) && SchedulingInvariants.candidateIsRunnable(s));
        prove(Groups.keepsRest(before, s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, by = "finalise_keeps_waiting",
        text = "deleteOne keeps who waits where")
    static void deleteOne_keeps_waiting(State s, Slot slot) {
        assume(Groups.waiting(s));
        assume(s.caps().has(slot) && Context.isOfObject(s, s.capability(slot)));
        s = CNodes.deleteOne(s, slot);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = "finalise_keeps_scheduling_invariants", text = "deleteOne keeps the invariants of scheduling")
    static void deleteOne_keeps_scheduling_invariants(State s, Slot slot) {
        assume(SchedulingInvariants.all(s) && Groups.waiting(s));
        assume(s.caps().has(slot) && Context.isOfObject(s, s.capability(slot)));
        s = CNodes.deleteOne(s, slot);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = "finalise_keeps_reply_invariants", text = "deleteOne keeps the invariants of replies")
    static void deleteOne_keeps_reply_invariants(State s, Slot slot) {
        assume(ReplyInvariants.all(s) && Groups.waiting(s));
        assume(s.caps().has(slot) && Context.isOfObject(s, s.capability(slot)));
        assume(!Groups.isMaster(s.capability(slot)));
        s = CNodes.deleteOne(s, slot);
        prove(ReplyInvariants.all(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, by = {"finalise_keeps_objects",
        "empty_keeps_derivation"}, text = "deleteOne keeps the derivation forest sound")
    static void deleteOne_keeps_derivation(State s, Slot slot) {
        assume(Context.derivation(s) && Groups.waiting(s));
        assume(s.caps().has(slot) && Context.isOfObject(s, s.capability(slot)));
        assume(CapabilityInvariants.threadSlotsExist(s));
        s = CNodes.deleteOne(s, slot);
        prove(Context.derivation(s) && SchedulingInvariants.candidateIsRunnable(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, by = "finalise_keeps_objects",
        text = "deleteOne keeps the objects, and tells what slots change")
    static void deleteOne_keeps_objects(State s, Slot slot) {
        assume(Groups.alignment(s) && Groups.waiting(s));
        assume(s.caps().has(slot) && Context.isOfObject(s, s.capability(slot)));
        State before = s;
        s = CNodes.deleteOne(s, slot);
        prove(Groups.alignment(s) && SchedulingInvariants.candidateIsRunnable(s));
        prove(Groups.keepsRest(before, s) && Context.keepsOthers(before, s, slot));
        prove(Context.isEmpty(s, slot));
    }
}
