package ashlar.impl.kernel;

import static ashlar.impl.kernel.LookupFailure.NONE;
import static ashlar.impl.layout.KernelPtr.NULL;

import ashlar.impl.api.SyscallError;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.CtePtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.object.Caps;
import ashlar.model.machine.Machine;
import ashlar.model.word.Word;

/// From capability addresses to slots (seL4 manual ch. 3, "Capability addressing").
public final class Lookup {
    private Lookup() { }

    /// Translates the lowest depth bits of cptr, from the highest on, through the CNode that the capability
    /// at rootSlot names and those found on the way, until all bits are used up or a slot holds no CNode.
    /// @return the slot, with the bits not used in `KernelPtr.lookupBitsLeft`; NULL with the failure noted:
    ///         INVALID_ROOT if rootSlot names no CNode; GUARD_MISMATCH; DEPTH_MISMATCH
    public static long resolveAddressBits(Machine m, long rootSlot, long cptr, long depth) {
        if (CapPtr.type(m, rootSlot) == CapPtr.CNODE) return resolveFrom(m, rootSlot, cptr, depth);
        LookupFailure.invalidRoot(m);
        return NULL;
    }

    /// As `resolveAddressBits`, where rootSlot does name a CNode.
    public static long resolveFrom(Machine m, long rootSlot, long cptr, long bitsLeft) {
        while (checkLevel(m, rootSlot, cptr, bitsLeft) == NONE) {
            long slot = slotAt(m, rootSlot, cptr, bitsLeft);
            bitsLeft -= levelBits(m, rootSlot);
            if (bitsLeft == 0 || CapPtr.type(m, slot) != CapPtr.CNODE) {
                KernelPtr.setLookupBitsLeft(m, bitsLeft);
                return slot;
            }
            rootSlot = slot;
        }
        return NULL;
    }

    /// Whether the CNode that cap names translates the lowest bitsLeft bits of cptr.
    static int checkLevel(Machine m, long cap, long cptr, long bitsLeft) {
        long guardSize = CapPtr.guardSize(m, cap), guard = Caps.guard(m, cap);
        if (guardSize > bitsLeft || Word.bits(cptr, bitsLeft - 1, bitsLeft - guardSize) != guard)
            return LookupFailure.guardMismatch(m, bitsLeft, guard, guardSize);
        if (levelBits(m, cap) > bitsLeft) return LookupFailure.depthMismatch(m, bitsLeft, levelBits(m, cap));
        return NONE;
    }

    /// The bits that one CNode translates.
    static long levelBits(Machine m, long cap) {
        return CapPtr.guardSize(m, cap) + CapPtr.radixBits(m, cap);
    }

    /// The slot, of the CNode that cap names, that the bits behind its guard number.
    public static long slotAt(Machine m, long cap, long cptr, long bitsLeft) {
        long high = bitsLeft - CapPtr.guardSize(m, cap) - 1, low = bitsLeft - levelBits(m, cap);
        return CtePtr.at(CapPtr.object(m, cap), Word.bits(cptr, high, low));
    }

    /// The slot that an operation on a CNode names: all depth bits of cptr, seen from the CNode at rootSlot.
    /// @return NULL with the error noted: FAILED_LOOKUP if rootSlot names no CNode; RANGE_ERROR unless depth
    ///         is 1 to 64; FAILED_LOOKUP if the translation fails, or with DEPTH_MISMATCH if it ends early
    public static long lookupSlot(Machine m, boolean isSource, long rootSlot, long cptr, long depth) {
        boolean isCNode = CapPtr.type(m, rootSlot) == CapPtr.CNODE;
        if (isCNode && (depth == 0 || Word.ult(Word.BITS, depth))) {
            SyscallError.rangeError(m, 1, Word.BITS);
            return NULL;
        }
        long slot = resolveAddressBits(m, rootSlot, cptr, depth);
        if (slot == NULL) {
            SyscallError.failedLookup(m, isSource);
            return NULL;
        }
        long bitsLeft = KernelPtr.lookupBitsLeft(m);
        if (bitsLeft == 0) return slot;
        LookupFailure.depthMismatch(m, bitsLeft, 0);
        SyscallError.failedLookup(m, isSource);
        return NULL;
    }
}
