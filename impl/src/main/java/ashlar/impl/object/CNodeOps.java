package ashlar.impl.object;

import static ashlar.impl.api.SyscallError.DELETE_FIRST;
import static ashlar.impl.api.SyscallError.NO_ERROR;
import static ashlar.impl.layout.KernelPtr.NEW_CAP;
import static ashlar.impl.layout.KernelPtr.NEW_PIVOT_CAP;
import static ashlar.impl.layout.KernelPtr.NULL;

import ashlar.impl.api.SyscallError;
import ashlar.impl.kernel.Threads;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.CtePtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;

/// Operations on capability slots (seL4 manual ch. 3), and what the invocations of a CNode do once decoded:
/// they find their slots and new capabilities in the kernel's data.
public final class CNodeOps {
    private CNodeOps() { }

    /// Puts cap, derived from what src holds, into the empty slot dest.
    public static void cteInsert(Machine m, long cap, long src, long dest) {
        boolean revocable = Caps.isCapRevocable(m, cap, src);
        Caps.copy(m, cap, dest);
        Mdb.insertAfter(m, src, dest, revocable);
    }

    /// Moves what src holds, changed into newCap, to the empty slot dest. newCap may be src itself.
    public static void cteMove(Machine m, long newCap, long src, long dest) {
        Caps.copy(m, newCap, dest);
        Caps.setNull(m, src);
        Mdb.replace(m, src, dest);
    }

    /// Exchanges what two slots hold, changed into cap1 (to slot2) and cap2 (to slot1), which lie elsewhere.
    public static void cteSwap(Machine m, long cap1, long slot1, long cap2, long slot2) {
        Caps.copy(m, cap2, slot1);
        Caps.copy(m, cap1, slot2);
        Mdb.swap(m, slot1, slot2);
    }

    public static void emptySlot(Machine m, long slot) {
        if (Caps.isNull(m, slot)) return;
        Mdb.remove(m, slot);
        Caps.setNull(m, slot);
    }

    /// @return DELETE_FIRST if slot holds a capability
    public static int ensureEmptySlot(Machine m, long slot) {
        return Caps.isNull(m, slot) ? NO_ERROR : SyscallError.raise(m, DELETE_FIRST);
    }

    /// Empties slot; waiters for an endpoint or notification that nobody can name any more are freed.
    public static void cteDeleteOne(Machine m, long slot) {
        if (Caps.isNull(m, slot)) return;
        finaliseCap(m, slot, Mdb.isFinalCapability(m, slot));
        emptySlot(m, slot);
    }

    /// As `cteDeleteOne`; a thread that nobody can name any more is suspended first.
    public static void cteDelete(Machine m, long slot) {
        if (CapPtr.type(m, slot) == CapPtr.THREAD && Mdb.isFinalCapability(m, slot))
            finaliseThread(m, CapPtr.object(m, slot));
        cteDeleteOne(m, slot);
    }

    /// Frees those who wait for cap's object, if there is no other capability to it.
    public static void finaliseCap(Machine m, long cap, boolean isFinal) {
        if (!isFinal) return;
        switch (CapPtr.type(m, cap)) {
            case CapPtr.ENDPOINT     -> EndpointOps.cancelAllIPC(m, CapPtr.object(m, cap));
            case CapPtr.NOTIFICATION -> finaliseNotification(m, CapPtr.object(m, cap));
            default -> { }
        }
    }

    private static void finaliseNotification(Machine m, long ntfn) {
        NotificationOps.unbindMaybeNotification(m, ntfn);
        NotificationOps.cancelAllSignals(m, ntfn);
    }

    private static void finaliseThread(Machine m, long thread) {
        Threads.suspend(m, thread);
        NotificationOps.unbindNotification(m, thread);
    }

    /// Deletes every descendant of slot.
    public static void cteRevoke(Machine m, long slot) {
        while (Mdb.firstChild(m, slot) != NULL) revokeStep(m, slot);
    }

    /// Deletes the first descendant of slot.
    /// @return whether there was one
    public static boolean revokeStep(Machine m, long slot) {
        long child = Mdb.firstChild(m, slot);
        if (child == NULL) return false;
        cteDelete(m, child);
        return true;
    }

    /// Copy and Mint.
    public static void performInsert(Machine m) {
        cteInsert(m, NEW_CAP, KernelPtr.sourceSlot(m), KernelPtr.destSlot(m));
    }

    /// Move and Mutate.
    public static void performMove(Machine m) {
        cteMove(m, NEW_CAP, KernelPtr.sourceSlot(m), KernelPtr.destSlot(m));
    }

    /// The pivot's capability goes to the destination, the source's to the pivot.
    public static void performRotate(Machine m) {
        long src = KernelPtr.sourceSlot(m), pivot = KernelPtr.pivotSlot(m), dest = KernelPtr.destSlot(m);
        if (src == dest) {
            cteSwap(m, NEW_CAP, src, NEW_PIVOT_CAP, pivot);
        } else {
            cteMove(m, NEW_PIVOT_CAP, pivot, dest);
            cteMove(m, NEW_CAP, src, pivot);
        }
    }

    public static void performDelete(Machine m) {
        cteDelete(m, KernelPtr.destSlot(m));
    }

    public static void performRevoke(Machine m) {
        cteRevoke(m, KernelPtr.destSlot(m));
    }

    /// Restarts those that wait to send with the badge of the destination's capability, if it has one.
    public static void performCancelBadgedSends(Machine m) {
        long slot = KernelPtr.destSlot(m), badge = Caps.badge(m, slot);
        if (badge != 0) EndpointOps.cancelBadgedSends(m, CapPtr.object(m, slot), badge);
    }

    /// Moves the current thread's caller capability, if it has one, to the destination.
    public static void performSaveCaller(Machine m) {
        long slot = CtePtr.at(KernelPtr.current(m), TcbPtr.CALLER);
        if (!Caps.isNull(m, slot)) cteMove(m, slot, slot, KernelPtr.destSlot(m));
    }
}
