package ashlar.impl.object;

import static ashlar.impl.api.SyscallError.NO_ERROR;
import static ashlar.impl.api.SyscallError.REVOKE_FIRST;
import static ashlar.impl.layout.KernelPtr.NULL;

import ashlar.impl.api.SyscallError;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.model.machine.Machine;

/// The derivation list: which slot is whose child, and how the links change. Slots that hold a capability are
/// linked in preorder; the others have no neighbours and no flags.
public final class Mdb {
    private Mdb() { }

    /// Whether b, which comes after a in the list, is a descendant of a if all between them are.
    public static boolean isMdbParentOf(Machine m, long a, long b) {
        if (!MdbPtr.revocable(m, a) || !Caps.sameRegionAs(m, a, b)) return false;
        return switch (CapPtr.type(m, a)) {
            case CapPtr.ENDPOINT, CapPtr.NOTIFICATION -> coversBadge(m, a, b);
            default -> true;
        };
    }

    private static boolean coversBadge(Machine m, long a, long b) {
        long badge = Caps.badge(m, a);
        return badge == 0 || badge == Caps.badge(m, b) && !MdbPtr.firstBadged(m, b);
    }

    /// The first descendant of slot, or NULL.
    public static long firstChild(Machine m, long slot) {
        long next = MdbPtr.next(m, slot);
        return next != NULL && isMdbParentOf(m, slot, next) ? next : NULL;
    }

    /// @return REVOKE_FIRST if slot has descendants
    public static int ensureNoChildren(Machine m, long slot) {
        return firstChild(m, slot) == NULL ? NO_ERROR : SyscallError.raise(m, REVOKE_FIRST);
    }

    /// Whether no other slot holds a capability to the object of that in slot.
    public static boolean isFinalCapability(Machine m, long slot) {
        long prev = MdbPtr.prev(m, slot), next = MdbPtr.next(m, slot);
        return (prev == NULL || !Caps.sameRegionAs(m, prev, slot))
            && (next == NULL || !Caps.sameRegionAs(m, slot, next));
    }

    /// Links slot in right after another, with both flags as given.
    public static void insertAfter(Machine m, long after, long slot, boolean revocable) {
        long next = MdbPtr.next(m, after);
        set(m, slot, after, next, revocable, revocable);
        if (next != NULL) MdbPtr.setPrev(m, next, slot);
        MdbPtr.setNext(m, after, slot);
    }

    /// Makes slot, which is not linked, a list of its own.
    public static void insertAlone(Machine m, long slot) {
        set(m, slot, NULL, NULL, true, true);
    }

    /// Unlinks slot; the next one becomes the first with its badge if slot was that.
    public static void remove(Machine m, long slot) {
        long prev = MdbPtr.prev(m, slot), next = MdbPtr.next(m, slot);
        if (prev != NULL) MdbPtr.setNext(m, prev, next);
        if (next != NULL) {
            MdbPtr.setPrev(m, next, prev);
            MdbPtr.setFirstBadged(m, next, MdbPtr.firstBadged(m, next) || MdbPtr.firstBadged(m, slot));
        }
        clear(m, slot);
    }

    /// Puts dest, which is not linked, where src is.
    public static void replace(Machine m, long src, long dest) {
        long prev = MdbPtr.prev(m, src), next = MdbPtr.next(m, src);
        set(m, dest, prev, next, MdbPtr.revocable(m, src), MdbPtr.firstBadged(m, src));
        if (prev != NULL) MdbPtr.setNext(m, prev, dest);
        if (next != NULL) MdbPtr.setPrev(m, next, dest);
        clear(m, src);
    }

    /// Puts each of two slots where the other is. They may be neighbours: slot2's own links are read after
    /// slot1's neighbours, of which it may be one, point to it.
    public static void swap(Machine m, long slot1, long slot2) {
        long prev1 = MdbPtr.prev(m, slot1), next1 = MdbPtr.next(m, slot1);
        boolean revocable1 = MdbPtr.revocable(m, slot1), firstBadged1 = MdbPtr.firstBadged(m, slot1);
        if (prev1 != NULL) MdbPtr.setNext(m, prev1, slot2);
        if (next1 != NULL) MdbPtr.setPrev(m, next1, slot2);
        long prev2 = MdbPtr.prev(m, slot2), next2 = MdbPtr.next(m, slot2);
        set(m, slot1, prev2, next2, MdbPtr.revocable(m, slot2), MdbPtr.firstBadged(m, slot2));
        set(m, slot2, prev1, next1, revocable1, firstBadged1);
        if (prev2 != NULL) MdbPtr.setNext(m, prev2, slot1);
        if (next2 != NULL) MdbPtr.setPrev(m, next2, slot1);
    }

    private static void clear(Machine m, long slot) {
        set(m, slot, NULL, NULL, false, false);
    }

    private static void set(Machine m, long slot, long prev, long next, boolean revocable,
                            boolean firstBadged) {
        MdbPtr.setPrev(m, slot, prev);
        MdbPtr.setNext(m, slot, next);
        MdbPtr.setRevocable(m, slot, revocable);
        MdbPtr.setFirstBadged(m, slot, firstBadged);
    }
}
