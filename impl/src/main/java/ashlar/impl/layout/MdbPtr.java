package ashlar.impl.layout;

import ashlar.model.machine.Machine;
import ashlar.model.word.Word;

/// A slot's node in the derivation list, the second half of the slot: the neighbours in preorder and the
/// two flags from which the kernel tells who is whose child.
public final class MdbPtr {
    public static final long SIZE_BITS = 5;

    private static final long PREV = 16;
    private static final long NEXT = 24;

    public static long prev(Machine m, long slot) {
        return m.load64(slot + PREV);
    }

    public static void setPrev(Machine m, long slot, long prev) {
        m.store64(slot + PREV, prev);
    }

    public static long next(Machine m, long slot) {
        return Word.bits(m.load64(slot + NEXT), 46, 4) << 4;
    }

    public static void setNext(Machine m, long slot, long next) {
        m.store64(slot + NEXT, Word.insert(m.load64(slot + NEXT), 46, 4, next >>> 4));
    }

    /// Whether the capability may have children.
    public static boolean revocable(Machine m, long slot) {
        return Word.bit(m.load64(slot + NEXT), 1);
    }

    public static void setRevocable(Machine m, long slot, boolean revocable) {
        m.store64(slot + NEXT, Word.insert(m.load64(slot + NEXT), 1, 1, revocable ? 1 : 0));
    }

    /// Whether it is the first of those with its badge.
    public static boolean firstBadged(Machine m, long slot) {
        return Word.bit(m.load64(slot + NEXT), 0);
    }

    public static void setFirstBadged(Machine m, long slot, boolean firstBadged) {
        m.store64(slot + NEXT, Word.insert(m.load64(slot + NEXT), 0, 0, firstBadged ? 1 : 0));
    }

    private MdbPtr() { }
}
