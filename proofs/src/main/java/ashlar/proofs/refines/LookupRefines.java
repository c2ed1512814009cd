package ashlar.proofs.refines;

import static ashlar.proofs.refines.ResultRelation.resolvedRelated;
import static ashlar.proofs.refines.ResultRelation.slotRelated;
import static ashlar.proofs.refines.SlotRelation.capabilitiesRelated;
import static ashlar.proofs.refines.SlotRelation.capabilityRelated;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.model.machine.Machine;
import ashlar.model.word.Word;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.Lookup;
import ashlar.spec.cspace.Resolved;
import ashlar.spec.cspace.Slots;
import ashlar.spec.invariant.CapabilityInvariants;
import ashlar.spec.state.CNode;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// From capability addresses to slots: kernel against specification.
public final class LookupRefines {
    private LookupRefines() { }

    @Obligation(contract = true, text =
        "slotAt finds the slot of a CNode that the bits behind its guard number")
    static void slotAt_is_slot_of_cnode(Machine m, long cap, long cptr, long bitsLeft) {
        assume(bitsLeft >= 0 && bitsLeft <= 64 && isResolvable(m, cap, bitsLeft));
        long slot = ashlar.impl.kernel.Lookup.slotAt(m, cap, cptr, bitsLeft);
        prove(slot == Slots.ofCNode(cnode(m, cap), bitsBehindGuard(m, cap, cptr, bitsLeft)).addr());
        prove(isSlotNumber(m, cap, bitsBehindGuard(m, cap, cptr, bitsLeft)));
    }

    @Obligation(contract = true, text =
        "resolveFrom finds the slot that an address leads to through CNodes, or notes why there is none")
    static void resolveFrom_refines_resolveFrom(State s, Machine m, long rootSlot, long cptr, long depthBits,
        CNodeCap node) {
        assume(capabilitiesRelated(s, m) && addressing(s) && holds(s, rootSlot, node));
        assume(capabilityRelated(node, m, rootSlot) && isResolvable(node));
        assume(depthBits >= 0 && depthBits <= 64);
        decreases(depthBits);
        var result = Lookup.resolveFrom(s, node, cptr, depthBits);
        long slot = ashlar.impl.kernel.Lookup.resolveFrom(m, rootSlot, cptr, depthBits);
        prove(resolvedRelated(result, m, slot));
        prove(!(result instanceof Ok(Resolved(var found, _))) || s.caps().has(found));
    }

    @Obligation(text = "resolveAddressBits resolves an address from any capability")
    static void resolveAddressBits_refines_resolve(State s, Machine m, long rootSlot, long cptr,
        long depthBits, Capability cap) {
        assume(capabilitiesRelated(s, m) && addressing(s) && holds(s, rootSlot, cap));
        assume(capabilityRelated(cap, m, rootSlot) && depthBits >= 0 && depthBits <= 64);
        var result = Lookup.resolve(s, cap, cptr, depthBits);
        long slot = ashlar.impl.kernel.Lookup.resolveAddressBits(m, rootSlot, cptr, depthBits);
        prove(resolvedRelated(result, m, slot));
    }

    @Obligation(contract = true, text =
        "lookupSlot finds the slot that an operation names, or notes the error")
    static void lookupSlot_refines_slot(State s, Machine m, long rootSlot, long cptr, long depthBits,
        Capability root, boolean isSource) {
        assume(capabilitiesRelated(s, m) && addressing(s) && holds(s, rootSlot, root));
        assume(capabilityRelated(root, m, rootSlot));
        var result = Lookup.slot(s, root, cptr, depthBits, isSource);
        long slot = ashlar.impl.kernel.Lookup.lookupSlot(m, isSource, rootSlot, cptr, depthBits);
        prove(slotRelated(result, m, slot));
        prove(!(result instanceof Ok(var found)) || s.caps().has(found));
    }

    /// The bits that are left are enough for a CNode's guard and index.
    private static boolean isResolvable(Machine m, long cap, long bitsLeft) {
        return CapPtr.radixBits(m, cap) >= 1 && CapPtr.radixBits(m, cap) <= 40
            && CapPtr.guardSize(m, cap) >= 0
            && CapPtr.guardSize(m, cap) + CapPtr.radixBits(m, cap) <= bitsLeft;
    }

    private static boolean isResolvable(CNodeCap node) {
        return node.radixBits() >= 1 && node.radixBits() <= 40 && node.guardSize() >= 0
            && node.guardSize() + node.radixBits() <= 64;
    }

    private static Ref<CNode> cnode(Machine m, long cap) {
        return new Ref<>(CapPtr.object(m, cap));
    }

    private static boolean isSlotNumber(Machine m, long cap, long index) {
        return index >= 0 && index < 1L << CapPtr.radixBits(m, cap);
    }

    private static long bitsBehindGuard(Machine m, long cap, long cptr, long bitsLeft) {
        long left = bitsLeft - (CapPtr.guardSize(m, cap) + CapPtr.radixBits(m, cap));
        return Word.bits(cptr, left + CapPtr.radixBits(m, cap) - 1, left);
    }

    /// What addresses rely on: CNodes have all their slots, and none is at NULL.
    static boolean addressing(State s) {
        return s.caps().forAll((slot, _) -> slot.addr() != KernelPtr.NULL)
            && CapabilityInvariants.guardsFit(s) && CapabilityInvariants.cnodeSlotsExist(s);
    }

    /// The slot at addr holds cap.
    static boolean holds(State s, long addr, Capability cap) {
        return s.caps().has(new Slot(addr)) && s.capability(new Slot(addr)).equals(cap);
    }
}
