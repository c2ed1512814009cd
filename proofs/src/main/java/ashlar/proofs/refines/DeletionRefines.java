package ashlar.proofs.refines;

import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.object.CNodeOps;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.CNodes;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// Deleting and revoking capabilities: kernel against specification.
public final class DeletionRefines {
    private DeletionRefines() { }

    @Obligation(contract = true, opaque = true, keeps = "slots", text =
        "finaliseCap frees those who wait for an object that nobody else can name")
    static void finaliseCap_refines_finalise(State s, Machine m, Slot slot, boolean isFinal) {
        assume(related(s, m) && Context.queues(s) && Context.isFull(s, slot));
        assume(isFinal == Derivation.isFinal(s, slot));
        assume(!isFinal || Context.isOfObject(s, s.capability(slot)));
        State before = s;
        s = CNodes.finalise(s, slot);
        CNodeOps.finaliseCap(m, slot.addr(), isFinal);
        prove(related(s, m) && Context.queues(s));
        prove(Context.isWaitedFor(before.capability(slot)) || Context.changesSlotsOnly(before, s));
        prove(Context.keepsObjects(before, s) && Context.keepsCallers(before, s));
    }

    @Obligation(contract = true, opaque = true, text =
        "cteDeleteOne empties a slot; who waits for an object that nobody else can name is freed")
    static void cteDeleteOne_refines_deleteOne(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s) && s.caps().has(slot));
        assume(!Derivation.isFinal(s, slot) || Context.isOfObject(s, s.capability(slot)));
        State before = s;
        s = CNodes.deleteOne(s, slot);
        CNodeOps.cteDeleteOne(m, slot.addr());
        prove(related(s, m) && Context.queues(s) && Context.derivation(s));
        prove(Context.keepsObjects(before, s) && Context.isEmpty(s, slot));
        prove(Context.keepsOthers(before, s, slot) && Context.keepsCallers(before, s));
        prove(Context.isWaitedFor(before.capability(slot)) || Context.changesSlotsOnly(before, s));
        prove(Context.onlyPrunes(before, s));
    }

    @Obligation(contract = true, opaque = true, text =
        "cteDelete empties a slot; a thread that nobody else can name does not run any more")
    static void cteDelete_refines_delete(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s) && s.caps().has(slot));
        assume(!Derivation.isFinal(s, slot)
            || Context.isOfObject(s, s.capability(slot)) && Context.isOfThread(s, s.capability(slot)));
        State before = s;
        s = CNodes.delete(s, slot);
        CNodeOps.cteDelete(m, slot.addr());
        prove(related(s, m) && Context.queues(s) && Context.derivation(s));
        prove(Context.keepsObjects(before, s) && Context.onlyEmpties(before, s) && Context.isEmpty(s, slot));
        prove(Context.onlyPrunes(before, s));
        prove(Context.isLastOfThread(before, slot) || Context.keepsOthers(before, s, slot));
    }
}
