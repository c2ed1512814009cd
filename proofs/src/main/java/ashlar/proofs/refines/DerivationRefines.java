package ashlar.proofs.refines;

import static ashlar.proofs.refines.SlotRelation.capabilityRelated;
import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.api.SyscallError;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.object.CNodeOps;
import ashlar.impl.object.Mdb;
import ashlar.model.collection.Option.Some;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// The derivation list: kernel against specification.
public final class DerivationRefines {
    private DerivationRefines() { }

    @Obligation(contract = true, opaque = true, keeps = {"threads", "endpoints", "notifications", "schedule"},
        text = "cteInsert puts a derived capability into an empty slot, right after its source")
    static void cteInsert_refines_insert(State s, Machine m, Capability cap, Slot src, Slot dest) {
        assume(related(s, m) && Context.derivation(s) && Context.isFull(s, src) && Context.isEmpty(s, dest));
        assume(capabilityRelated(cap, m, KernelPtr.NEW_CAP) && Context.isDerived(s, cap, src));
        State before = s;
        s = Derivation.insert(s, cap, src, dest);
        CNodeOps.cteInsert(m, KernelPtr.NEW_CAP, src.addr(), dest.addr());
        prove(related(s, m) && Invariants.aligned(s) && s.caps().equals(before.caps().put(dest, cap)));
    }

    @Obligation(contract = true, text = "emptySlot empties a slot; the children of its capability rise")
    static void emptySlot_refines_empty(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.derivation(s) && s.caps().has(slot));
        s = Derivation.empty(s, slot);
        CNodeOps.emptySlot(m, slot.addr());
        prove(related(s, m));
        prove(Context.derivation(s));
    }

    /// The kernel may have made cap anywhere, or left it where it was.
    @Obligation(contract = true, opaque = true, keeps = {"threads", "endpoints", "notifications", "schedule"},
        text = "cteMove gives a capability's place to an empty slot")
    static void cteMove_refines_move(State s, Machine m, Capability cap, Slot src, Slot dest, long newCap) {
        assume(related(s, m) && Context.derivation(s) && Context.isFull(s, src) && Context.isEmpty(s, dest));
        assume(Live.capability(s, newCap) && capabilityRelated(cap, m, newCap));
        assume(Context.isMoved(s, cap, src));
        State before = s;
        Words made = Words.at(m, KernelPtr.NEW_CAP);
        s = Derivation.move(s, cap, src, dest);
        CNodeOps.cteMove(m, newCap, src.addr(), dest.addr());
        prove(related(s, m) && Context.derivation(s) && made.equals(Words.at(m, KernelPtr.NEW_CAP)));
        prove(s.caps().equals(before.caps().put(dest, cap).put(src, new NullCap())));
    }

    @Obligation(contract = true, opaque = true, keeps = {"threads", "endpoints", "notifications", "schedule"},
        text = "cteSwap exchanges two capabilities and their places")
    static void cteSwap_refines_swap(State s, Machine m, Capability cap1, Slot slot1, Capability cap2,
        Slot slot2) {
        assume(related(s, m) && Context.derivation(s) && Context.isFull(s, slot1) && Context.isFull(s, slot2)
            && !slot1.equals(slot2));
        assume(capabilityRelated(cap1, m, KernelPtr.NEW_CAP) && Context.isMoved(s, cap1, slot1));
        assume(capabilityRelated(cap2, m, KernelPtr.NEW_PIVOT_CAP) && Context.isMoved(s, cap2, slot2));
        s = Derivation.swap(s, cap1, slot1, cap2, slot2);
        CNodeOps.cteSwap(m, KernelPtr.NEW_CAP, slot1.addr(), KernelPtr.NEW_PIVOT_CAP, slot2.addr());
        prove(related(s, m));
    }

    @Obligation(text = "isFinalCapability asks the neighbours whether there is another capability")
    static void isFinalCapability_is_isFinal(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.derivation(s) && Context.isFull(s, slot));
        prove(Mdb.isFinalCapability(m, slot.addr()) == Derivation.isFinal(s, slot));
    }

    @Obligation(text = "firstChild finds the first descendant")
    static void firstChild_is_firstDescendant(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.derivation(s) && Context.isFull(s, slot));
        prove(Mdb.firstChild(m, slot.addr()) == SlotRelation.addr(Derivation.firstDescendant(s, slot)));
    }

    @Obligation(text = "isMdbParentOf tells whether what comes behind a capability's descendants is another")
    static void isMdbParentOf_is_isDescendant(State s, Machine m, Slot parent, Slot child) {
        assume(related(s, m) && Context.derivation(s) && Context.isFull(s, parent));
        assume(s.derivation().before(child) instanceof Some<Slot>(var before)
            && (before.equals(parent) || s.derivation().isDescendant(before, parent)));
        prove(Mdb.isMdbParentOf(m, parent.addr(), child.addr())
            == s.derivation().isDescendant(child, parent));
    }

    @Obligation(text = "ensureNoChildren refuses what has descendants")
    static void ensureNoChildren_refuses_descendants(State s, Machine m, Slot slot) {
        assume(related(s, m) && Context.derivation(s) && Context.isFull(s, slot));
        boolean isRefused = Mdb.ensureNoChildren(m, slot.addr()) == SyscallError.REVOKE_FIRST;
        prove(isRefused == Derivation.hasDescendants(s, slot) && related(s, m));
    }
}
