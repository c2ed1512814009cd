package ashlar.impl.api;

import static ashlar.impl.api.SyscallError.DELETE_FIRST;
import static ashlar.impl.api.SyscallError.ILLEGAL_OPERATION;
import static ashlar.impl.api.SyscallError.NO_ERROR;
import static ashlar.impl.layout.KernelPtr.NEW_CAP;
import static ashlar.impl.layout.KernelPtr.NEW_PIVOT_CAP;
import static ashlar.impl.layout.KernelPtr.NULL;
import static ashlar.impl.object.CNodeOps.ensureEmptySlot;

import ashlar.impl.kernel.Lookup;
import ashlar.impl.kernel.LookupFailure;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.object.Caps;
import ashlar.model.machine.Machine;

/// Checks invocations of CNodes (seL4 manual, API reference, seL4_CNode). What passes is left in the kernel's
/// data, slots and new capabilities, for `CNodeOps` to perform; what does not is noted there as an error,
/// and its number returned. No object is changed. Roots are addresses of slots that hold CNodes.
public final class DecodeCNode {
    private DecodeCNode() { }

    /// @return the error of the destination's lookup; DELETE_FIRST; the error of the source's lookup;
    ///         FAILED_LOOKUP, MISSING_CAPABILITY for an empty source; ILLEGAL_OPERATION for what has no copy
    public static int decodeCopy(Machine m, long destRoot, long destIndex, long destDepth,
                                 long srcRoot, long srcIndex, long srcDepth, long rights) {
        int error = decodeSlots(m, destRoot, destIndex, destDepth, srcRoot, srcIndex, srcDepth);
        if (error != NO_ERROR) return error;
        Caps.maskRights(m, NEW_CAP, rights);
        Caps.derive(m, NEW_CAP);
        return refuseNull(m, NEW_CAP);
    }

    /// As `decodeCopy`; also ILLEGAL_OPERATION for what has a badge, or no room for the guard.
    /// @param data badge or packed guard
    public static int decodeMint(Machine m, long destRoot, long destIndex, long destDepth,
                                 long srcRoot, long srcIndex, long srcDepth, long rights, long data) {
        int error = decodeSlots(m, destRoot, destIndex, destDepth, srcRoot, srcIndex, srcDepth);
        if (error != NO_ERROR) return error;
        Caps.maskRights(m, NEW_CAP, rights);
        Caps.updateData(m, false, data, NEW_CAP);
        Caps.derive(m, NEW_CAP);
        return refuseNull(m, NEW_CAP);
    }

    /// The errors of `decodeCopy` but the last.
    public static int decodeMove(Machine m, long destRoot, long destIndex, long destDepth,
                                 long srcRoot, long srcIndex, long srcDepth) {
        return decodeSlots(m, destRoot, destIndex, destDepth, srcRoot, srcIndex, srcDepth);
    }

    /// As `decodeMove`; also ILLEGAL_OPERATION for endpoints and notifications, and for a CNode's capability
    /// without room for the guard.
    /// @param data packed guard
    public static int decodeMutate(Machine m, long destRoot, long destIndex, long destDepth,
                                   long srcRoot, long srcIndex, long srcDepth, long data) {
        int error = decodeSlots(m, destRoot, destIndex, destDepth, srcRoot, srcIndex, srcDepth);
        if (error != NO_ERROR) return error;
        Caps.updateData(m, true, data, NEW_CAP);
        return refuseNull(m, NEW_CAP);
    }

    /// Finds the empty destination and the source, and makes the new capability that of the source.
    private static int decodeSlots(Machine m, long destRoot, long destIndex, long destDepth,
                                   long srcRoot, long srcIndex, long srcDepth) {
        int error = decodeEmpty(m, destRoot, destIndex, destDepth);
        if (error != NO_ERROR) return error;
        long src = Lookup.lookupSlot(m, true, srcRoot, srcIndex, srcDepth);
        if (src == NULL) return KernelPtr.error(m);
        if (Caps.isNull(m, src)) return missing(m, true, srcDepth);
        KernelPtr.setSourceSlot(m, src);
        Caps.copy(m, src, NEW_CAP);
        return NO_ERROR;
    }

    /// What was at the pivot goes to the destination, what was at the source to the pivot.
    /// @return the error of the lookup of destination, source, pivot; ILLEGAL_OPERATION if the pivot is one
    ///         of the others; DELETE_FIRST; FAILED_LOOKUP, MISSING_CAPABILITY for an empty source, pivot;
    ///         ILLEGAL_OPERATION as for `decodeMutate`
    public static int decodeRotate(Machine m, long destRoot, long destIndex, long destDepth, long pivotData,
                                   long pivotRoot, long pivotIndex, long pivotDepth, long srcData,
                                   long srcRoot, long srcIndex, long srcDepth) {
        int error = decodeDest(m, destRoot, destIndex, destDepth);
        if (error != NO_ERROR) return error;
        error = lookupRotated(m, pivotRoot, pivotIndex, pivotDepth, srcRoot, srcIndex, srcDepth);
        if (error != NO_ERROR) return error;
        error = checkRotated(m, pivotDepth, srcDepth);
        if (error != NO_ERROR) return error;
        return makeRotated(m, pivotData, srcData);
    }

    private static int lookupRotated(Machine m, long pivotRoot, long pivotIndex, long pivotDepth,
                                     long srcRoot, long srcIndex, long srcDepth) {
        long src = Lookup.lookupSlot(m, true, srcRoot, srcIndex, srcDepth);
        if (src == NULL) return KernelPtr.error(m);
        long pivot = Lookup.lookupSlot(m, true, pivotRoot, pivotIndex, pivotDepth);
        if (pivot == NULL) return KernelPtr.error(m);
        KernelPtr.setSourceSlot(m, src);
        KernelPtr.setPivotSlot(m, pivot);
        return NO_ERROR;
    }

    private static int checkRotated(Machine m, long pivotDepth, long srcDepth) {
        long src = KernelPtr.sourceSlot(m), pivot = KernelPtr.pivotSlot(m), dest = KernelPtr.destSlot(m);
        if (pivot == src || pivot == dest) return SyscallError.raise(m, ILLEGAL_OPERATION);
        if (src != dest && ensureEmptySlot(m, dest) != NO_ERROR) return DELETE_FIRST;
        if (Caps.isNull(m, src)) return missing(m, true, srcDepth);
        if (Caps.isNull(m, pivot)) return missing(m, false, pivotDepth);
        return NO_ERROR;
    }

    private static int makeRotated(Machine m, long pivotData, long srcData) {
        Caps.copy(m, KernelPtr.sourceSlot(m), NEW_CAP);
        Caps.updateData(m, true, srcData, NEW_CAP);
        Caps.copy(m, KernelPtr.pivotSlot(m), NEW_PIVOT_CAP);
        Caps.updateData(m, true, pivotData, NEW_PIVOT_CAP);
        if (Caps.isNull(m, NEW_CAP)) return SyscallError.raise(m, ILLEGAL_OPERATION);
        return refuseNull(m, NEW_PIVOT_CAP);
    }

    /// @return the error of the lookup
    public static int decodeDelete(Machine m, long root, long index, long depth) {
        return decodeDest(m, root, index, depth);
    }

    /// @return the error of the lookup
    public static int decodeRevoke(Machine m, long root, long index, long depth) {
        return decodeDest(m, root, index, depth);
    }

    /// @return the error of the lookup; ILLEGAL_OPERATION unless an endpoint with all rights is there
    public static int decodeCancelBadgedSends(Machine m, long root, long index, long depth) {
        int error = decodeDest(m, root, index, depth);
        if (error != NO_ERROR) return error;
        return Caps.mayCancelSends(m, KernelPtr.destSlot(m)) ? NO_ERROR
            : SyscallError.raise(m, ILLEGAL_OPERATION);
    }

    /// @return the error of the lookup; DELETE_FIRST
    public static int decodeSaveCaller(Machine m, long root, long index, long depth) {
        return decodeEmpty(m, root, index, depth);
    }

    private static int decodeDest(Machine m, long root, long index, long depth) {
        long slot = Lookup.lookupSlot(m, false, root, index, depth);
        if (slot == NULL) return KernelPtr.error(m);
        KernelPtr.setDestSlot(m, slot);
        return NO_ERROR;
    }

    private static int decodeEmpty(Machine m, long root, long index, long depth) {
        int error = decodeDest(m, root, index, depth);
        if (error != NO_ERROR) return error;
        return ensureEmptySlot(m, KernelPtr.destSlot(m));
    }

    private static int missing(Machine m, boolean isSource, long depth) {
        LookupFailure.missingCapability(m, depth);
        return SyscallError.failedLookup(m, isSource);
    }

    private static int refuseNull(Machine m, long cap) {
        return Caps.isNull(m, cap) ? SyscallError.raise(m, ILLEGAL_OPERATION) : NO_ERROR;
    }
}
