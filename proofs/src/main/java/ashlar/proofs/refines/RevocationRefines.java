package ashlar.proofs.refines;

import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.layout.KernelPtr;
import ashlar.impl.object.CNodeOps;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.CNodeInvocation.Delete;
import ashlar.spec.cspace.CNodeInvocation.Revoke;
import ashlar.spec.cspace.CNodes;
import ashlar.spec.cspace.Capabilities;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// Revoking capabilities: kernel against specification.
public final class RevocationRefines {
    private RevocationRefines() { }

    @Obligation(contract = true, opaque = true, text =
        "revokeStep deletes the first descendant of a capability, and nothing if there is none")
    static void revokeStep_refines_revokeStep(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s) && s.caps().has(slot));
        State after = CNodes.revokeStep(s, slot);
        boolean isDone = CNodeOps.revokeStep(m, slot.addr());
        prove(related(after, m) && Context.queues(after) && Context.derivation(after));
        prove(Context.keepsObjects(s, after) && Context.onlyEmpties(s, after));
        prove(Context.onlyPrunes(s, after));
        prove(isDone == Derivation.hasDescendants(s, slot));
        prove(Derivation.firstDescendant(s, slot).forAll(x -> !after.derivation().contains(x)
            && Context.keepsOthers(s, after, x)));
    }

    @Obligation(contract = true, opaque = true, text =
        "cteRevoke deletes all descendants of a capability, one after the other")
    static void cteRevoke_refines_revoke(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s) && s.caps().has(slot));
        decreases(s.derivation());
        State after = CNodes.revoke(s, slot);
        CNodeOps.cteRevoke(m, slot.addr());
        prove(related(after, m) && Context.queues(after) && Context.derivation(after));
        prove(Context.keepsObjects(s, after) && Context.onlyEmpties(s, after));
        prove(Context.onlyPrunes(s, after));
        prove(!Derivation.hasDescendants(after, slot) && emptiesDescendants(s, after, slot));
    }

    @Obligation(text = "performDelete deletes the capability that was decided on")
    static void performDelete_refines_perform(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s) && s.caps().has(slot));
        assume(Context.isOfObject(s, s.capability(slot)) && Context.isOfThread(s, s.capability(slot)));
        assume(KernelPtr.destSlot(m) == slot.addr());
        s = CNodes.perform(s, new Delete(slot));
        CNodeOps.performDelete(m);
        prove(related(s, m));
    }

    @Obligation(text = "performRevoke deletes all that descends from the capability that was decided on")
    static void performRevoke_refines_perform(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s) && s.caps().has(slot));
        assume(KernelPtr.destSlot(m) == slot.addr());
        s = CNodes.perform(s, new Revoke(slot));
        CNodeOps.performRevoke(m);
        prove(related(s, m));
    }

    /// The descendants of slot are empty; all other slots hold what they held before.
    private static boolean emptiesDescendants(State before, State s, Slot slot) {
        return before.caps().forAll((x, cap) -> s.caps().has(x) && (before.derivation().isDescendant(x, slot)
            ? Capabilities.isNull(s.capability(x)) : s.capability(x).equals(cap)));
    }
}
