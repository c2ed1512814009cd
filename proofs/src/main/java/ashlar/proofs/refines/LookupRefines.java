package ashlar.proofs.refines;

import static ashlar.proofs.refines.ResultRelation.resolvedRelated;
import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.layout.CapPtr;
import ashlar.model.machine.Machine;
import ashlar.model.word.Word;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.Lookup;
import ashlar.spec.cspace.Resolved;
import ashlar.spec.cspace.Slots;
import ashlar.spec.invariant.CapabilityInvariants;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// From capability addresses to slots: kernel against specification.
public final class LookupRefines {
    private LookupRefines() { }

    @Obligation(contract = true, text = "indexAt is the number of a slot of the CNode")
    static void indexAt_numbers_slot(Machine m, long cap, long cptr, long bitsLeft) {
        assume(bitsLeft >= 0 && bitsLeft <= 64 && isResolvable(m, cap, bitsLeft));
        long index = ashlar.impl.kernel.Lookup.indexAt(m, cap, cptr, bitsLeft);
        prove(index >= 0 && index < numSlots(m, cap));
        prove(Slots.SIZE * index == Slots.SIZE * bitsBehindGuard(m, cap, cptr, bitsLeft));
    }

    @Obligation(contract = true, text =
        "resolveFrom finds the slot that an address leads to through CNodes, or notes why there is none")
    static void resolveFrom_refines_resolveFrom(State s, Machine m, long rootSlot, long cptr, long depthBits,
        CNodeCap node) {
        assume(related(s, m) && addressing(s) && holds(s, rootSlot, node));
        assume(depthBits >= 0 && depthBits <= 64);
        decreases(depthBits);
        var result = Lookup.resolveFrom(s, node, cptr, depthBits);
        long slot = ashlar.impl.kernel.Lookup.resolveFrom(m, rootSlot, cptr, depthBits);
        prove(resolvedRelated(result, m, slot));
        prove(!(result instanceof Ok(Resolved(var found, _))) || s.caps().has(found));
    }

    /// The bits that are left are enough for a CNode's guard and index.
    private static boolean isResolvable(Machine m, long cap, long bitsLeft) {
        return CapPtr.radixBits(m, cap) >= 1 && CapPtr.radixBits(m, cap) <= 40
            && CapPtr.guardSize(m, cap) >= 0
            && CapPtr.guardSize(m, cap) + CapPtr.radixBits(m, cap) <= bitsLeft;
    }

    private static long numSlots(Machine m, long cap) {
        return 1L << CapPtr.radixBits(m, cap);
    }

    private static long bitsBehindGuard(Machine m, long cap, long cptr, long bitsLeft) {
        long left = bitsLeft - (CapPtr.guardSize(m, cap) + CapPtr.radixBits(m, cap));
        return Word.bits(cptr, left + CapPtr.radixBits(m, cap) - 1, left);
    }

    /// What addresses rely on: CNodes have all their slots.
    static boolean addressing(State s) {
        return Invariants.aligned(s) && CapabilityInvariants.guardsFit(s)
            && CapabilityInvariants.cnodeSlotsExist(s);
    }

    /// The slot at addr holds cap.
    static boolean holds(State s, long addr, Capability cap) {
        return s.caps().has(new Slot(addr)) && s.capability(new Slot(addr)).equals(cap);
    }
}
