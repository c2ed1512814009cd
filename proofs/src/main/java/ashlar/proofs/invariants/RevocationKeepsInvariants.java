package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
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

/// Capabilities that are deleted, with those derived from them or without, keep every invariant.
public final class RevocationKeepsInvariants {
    private RevocationKeepsInvariants() { }

    /// Every capability may be deleted, and nothing but scheduling is in the way of that.
    public static boolean isSound(State s) {
        return Groups.waiting(s) && Groups.alignment(s) && Context.derivation(s) && ReplyInvariants.all(s)
            && s.caps().forAll((slot, _) -> Groups.mayBeDeleted(s, slot));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, by = {"suspend_keeps_waiting",
        "suspend_keeps_objects", "deleteOne_keeps_waiting"}, text = "delete keeps who waits where")
    static void delete_keeps_waiting(State s, Slot slot) {
        assume(Groups.waiting(s));
        assume(Groups.alignment(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s));
        assume(ReplyInvariants.activeThreadsHaveMasters(s) && Groups.mayBeDeleted(s, slot));
        s = CNodes.delete(s, slot);
        prove(Groups.waiting(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = {"suspend_keeps_scheduling_invariants", "suspend_keeps_waiting", "suspend_keeps_objects",
        "deleteOne_keeps_scheduling_invariants"}, text = "delete keeps the invariants of scheduling")
    static void delete_keeps_scheduling_invariants(State s, Slot slot) {
        assume(SchedulingInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s));
        assume(ReplyInvariants.activeThreadsHaveMasters(s) && Groups.mayBeDeleted(s, slot));
        s = CNodes.delete(s, slot);
        prove(SchedulingInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true,
        by = {"suspend_keeps_reply_invariants", "suspend_keeps_waiting", "suspend_keeps_objects",
        "deleteOne_keeps_reply_invariants"}, text = "delete keeps the invariants of replies")
    static void delete_keeps_reply_invariants(State s, Slot slot) {
        assume(ReplyInvariants.all(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s));
        assume(Groups.mayBeDeleted(s, slot) && !Groups.isMaster(s.capability(slot)));
        s = CNodes.delete(s, slot);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, by = {"suspend_keeps_derivation",
        "suspend_keeps_waiting", "suspend_keeps_objects", "deleteOne_keeps_derivation"},
        text = "delete keeps the derivation forest sound")
    static void delete_keeps_derivation(State s, Slot slot) {
        assume(Context.derivation(s));
        assume(Groups.waiting(s) && Groups.alignment(s));
        assume(ReplyInvariants.activeThreadsHaveMasters(s) && Groups.mayBeDeleted(s, slot));
        s = CNodes.delete(s, slot);
        prove(Context.derivation(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, by = {"suspend_keeps_objects",
        "suspend_keeps_waiting", "deleteOne_keeps_objects"},
        text = "delete keeps the objects, and tells what slots change")
    static void delete_keeps_objects(State s, Slot slot) {
        assume(Groups.alignment(s));
        assume(Groups.waiting(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s));
        assume(ReplyInvariants.activeThreadsHaveMasters(s) && Groups.mayBeDeleted(s, slot));
        State before = s;
        s = CNodes.delete(s, slot);
        prove(Groups.alignment(s));
        prove(Context.keepsObjects(before, s) && Groups.choosesNobody(before, s));
        prove(Context.onlyEmpties(before, s) && Context.isEmpty(s, slot));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, by = {"delete_keeps_waiting",
        "delete_keeps_reply_invariants", "delete_keeps_derivation", "delete_keeps_objects"},
        text = "revoke keeps all but the invariants of scheduling, and empties slots only")
    static void revoke_keeps_waiting(State s, Slot slot) {
        assume(isSound(s));
        assume(s.caps().has(slot));
        State before = s;
        decreases(s.derivation());
        s = CNodes.revoke(s, slot);
        prove(isSound(s));
        prove(Context.keepsObjects(before, s) && Groups.choosesNobody(before, s));
        prove(Context.onlyEmpties(before, s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, by = {"delete_keeps_scheduling_invariants",
        "delete_keeps_waiting", "delete_keeps_reply_invariants", "delete_keeps_derivation",
        "delete_keeps_objects"}, text = "revoke keeps the invariants of scheduling")
    static void revoke_keeps_scheduling_invariants(State s, Slot slot) {
        assume(SchedulingInvariants.all(s));
        assume(s.caps().has(slot));
        assume(isSound(s));
        decreases(s.derivation());
        s = CNodes.revoke(s, slot);
        prove(SchedulingInvariants.all(s));
    }
}
