package ashlar.proofs.refines;

import static ashlar.proofs.refines.SlotRelation.capabilityRelated;
import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.layout.KernelPtr;
import ashlar.impl.object.CNodeOps;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// The derivation list: kernel against specification.
public final class DerivationRefines {
    private DerivationRefines() { }

    @Obligation(contract = true, text =
        "cteInsert puts a derived capability into an empty slot, right after its source")
    static void cteInsert_refines_insert(State s, Machine m, Capability cap, Slot src, Slot dest) {
        assume(related(s, m) && Context.derivation(s) && Context.isFull(s, src) && Context.isEmpty(s, dest));
        assume(capabilityRelated(cap, m, KernelPtr.NEW_CAP) && Context.isDerived(s, cap, src));
        s = Derivation.insert(s, cap, src, dest);
        CNodeOps.cteInsert(m, KernelPtr.NEW_CAP, src.addr(), dest.addr());
        prove(related(s, m));
    }

    @Obligation(contract = true, text = "emptySlot empties a slot; the children of its capability rise")
    static void emptySlot_refines_empty(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.derivation(s) && s.caps().has(slot));
        s = Derivation.empty(s, slot);
        CNodeOps.emptySlot(m, slot.addr());
        prove(related(s, m));
    }
}
