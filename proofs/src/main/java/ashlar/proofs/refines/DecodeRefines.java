package ashlar.proofs.refines;

import static ashlar.proofs.refines.ResultRelation.decodedRelated;
import static ashlar.proofs.refines.SlotRelation.capabilitiesRelated;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.api.DecodeCNode;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.CNodes;
import ashlar.spec.cspace.Rotation;
import ashlar.spec.cspace.SlotAddress;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;

/// Checks of what CNodes are asked to do: kernel against specification.
public final class DecodeRefines {
    private DecodeRefines() { }

    @Obligation(text = "decodeDelete notes the slot, or the error of its lookup")
    static void decodeDelete_refines_decodeDelete(State s, Machine m, long rootSlot, long cptr,
        long depthBits) {
        assume(canDecode(s, m, rootSlot));
        var result = CNodes.decodeDelete(s, address(s, rootSlot, cptr, depthBits));
        int error = DecodeCNode.decodeDelete(m, rootSlot, cptr, depthBits);
        prove(decodedRelated(result, m, error));
    }

    @Obligation(text = "decodeRevoke notes the slot, or the error of its lookup")
    static void decodeRevoke_refines_decodeRevoke(State s, Machine m, long rootSlot, long cptr,
        long depthBits) {
        assume(canDecode(s, m, rootSlot));
        var result = CNodes.decodeRevoke(s, address(s, rootSlot, cptr, depthBits));
        int error = DecodeCNode.decodeRevoke(m, rootSlot, cptr, depthBits);
        prove(decodedRelated(result, m, error));
    }

    @Obligation(text = "decodeCancelBadgedSends notes the slot of an endpoint with all rights, or the error")
    static void decodeCancelBadgedSends_refines_decodeCancelBadgedSends(State s, Machine m, long rootSlot,
        long cptr, long depthBits) {
        assume(canDecode(s, m, rootSlot));
        var result = CNodes.decodeCancelBadgedSends(s, address(s, rootSlot, cptr, depthBits));
        int error = DecodeCNode.decodeCancelBadgedSends(m, rootSlot, cptr, depthBits);
        prove(decodedRelated(result, m, error));
    }

    @Obligation(text = "decodeSaveCaller notes an empty slot, or the error")
    static void decodeSaveCaller_refines_decodeSaveCaller(State s, Machine m, long rootSlot, long cptr,
        long depthBits) {
        assume(canDecode(s, m, rootSlot));
        var result = CNodes.decodeSaveCaller(s, address(s, rootSlot, cptr, depthBits));
        int error = DecodeCNode.decodeSaveCaller(m, rootSlot, cptr, depthBits);
        prove(decodedRelated(result, m, error));
    }

    @Obligation(text = "decodeMove notes both slots and the capability, or the error")
    static void decodeMove_refines_decodeMove(State s, Machine m, long destRoot, long destCptr,
        long destDepth, long srcRoot, long srcCptr, long srcDepth) {
        assume(canDecode(s, m, destRoot) && canDecode(s, m, srcRoot));
        var result = CNodes.decodeMove(s, address(s, destRoot, destCptr, destDepth),
            address(s, srcRoot, srcCptr, srcDepth));
        int error = DecodeCNode.decodeMove(m, destRoot, destCptr, destDepth, srcRoot, srcCptr,
            srcDepth);
        prove(decodedRelated(result, m, error));
    }

    @Obligation(text =
        "decodeMutate notes both slots and the capability with its guard, or the error")
    static void decodeMutate_refines_decodeMutate(State s, Machine m, long destRoot, long destCptr,
        long destDepth, long srcRoot, long srcCptr, long srcDepth, long data) {
        assume(canDecode(s, m, destRoot) && canDecode(s, m, srcRoot));
        var result = CNodes.decodeMutate(s, address(s, destRoot, destCptr, destDepth),
            address(s, srcRoot, srcCptr, srcDepth), data);
        int error = DecodeCNode.decodeMutate(m, destRoot, destCptr, destDepth, srcRoot, srcCptr,
            srcDepth, data);
        prove(decodedRelated(result, m, error));
    }

    @Obligation(text =
        "decodeCopy notes both slots and the capability with fewer rights, or the error")
    static void decodeCopy_refines_decodeCopy(State s, Machine m, long destRoot, long destCptr,
        long destDepth, long srcRoot, long srcCptr, long srcDepth, long rights) {
        assume(canDecode(s, m, destRoot) && canDecode(s, m, srcRoot));
        var result = CNodes.decodeCopy(s, address(s, destRoot, destCptr, destDepth),
            address(s, srcRoot, srcCptr, srcDepth), CapsRefines.rights(rights));
        int error = DecodeCNode.decodeCopy(m, destRoot, destCptr, destDepth, srcRoot, srcCptr,
            srcDepth, rights);
        prove(decodedRelated(result, m, error));
    }

    @Obligation(text =
        "decodeMint notes both slots and the capability with rights and data, or the error")
    static void decodeMint_refines_decodeMint(State s, Machine m, long destRoot, long destCptr,
        long destDepth, long srcRoot, long srcCptr, long srcDepth, long rights, long data) {
        assume(canDecode(s, m, destRoot) && canDecode(s, m, srcRoot));
        var result = CNodes.decodeMint(s, address(s, destRoot, destCptr, destDepth),
            address(s, srcRoot, srcCptr, srcDepth), CapsRefines.rights(rights), data);
        int error = DecodeCNode.decodeMint(m, destRoot, destCptr, destDepth, srcRoot, srcCptr,
            srcDepth, rights, data);
        prove(decodedRelated(result, m, error));
    }

    @Obligation(text =
        "decodeRotate notes three slots and two capabilities with their guards, or the error")
    static void decodeRotate_refines_decodeRotate(State s, Machine m, long destRoot, long destCptr,
        long destDepth, long pivotData, long rootSlot, long pivotCptr, long pivotDepth, long srcData,
        long srcRoot, long srcCptr, long srcDepth) {
        assume(canDecode(s, m, destRoot) && canDecode(s, m, rootSlot) && canDecode(s, m, srcRoot));
        assume(Invariants.aligned(s));
        var result = CNodes.decodeRotate(s, new Rotation(address(s, destRoot, destCptr, destDepth),
            address(s, rootSlot, pivotCptr, pivotDepth), pivotData, address(s, srcRoot, srcCptr, srcDepth),
            srcData));
        int error = DecodeCNode.decodeRotate(m, destRoot, destCptr, destDepth, pivotData, rootSlot, pivotCptr,
            pivotDepth, srcData, srcRoot, srcCptr, srcDepth);
        prove(decodedRelated(result, m, error));
    }

    /// There is a slot at root from which addresses can be resolved.
    private static boolean canDecode(State s, Machine m, long root) {
        return capabilitiesRelated(s, m) && LookupRefines.addressing(s) && s.caps().has(new Slot(root));
    }

    private static SlotAddress address(State s, long root, long cptr, long depthBits) {
        return new SlotAddress(s.capability(new Slot(root)), cptr, depthBits);
    }
}
