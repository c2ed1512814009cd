package ashlar.impl.layout;

import ashlar.model.machine.Machine;
import ashlar.model.word.Word;

/// A capability, 16 bytes: the first half of a slot, or one that the kernel is making. One set of fields
/// serves all types; which of them a type uses, and under which name, `Caps` in `impl.object` tells.
public final class CapPtr {
    public static final long SIZE_BITS = 4;

    public static final int NULL_CAP = 0;
    public static final int UNTYPED = 2;
    public static final int ENDPOINT = 4;
    public static final int NOTIFICATION = 6;
    public static final int REPLY = 8;
    public static final int CNODE = 10;
    public static final int THREAD = 12;
    public static final int IRQ_CONTROL = 14;
    public static final int IRQ_HANDLER = 16;
    public static final int ZOMBIE = 18;
    public static final int DOMAIN = 20;

    private static final long DATA = 8;

    public static int type(Machine m, long cap) {
        return (int) Word.bits(m.load64(cap), 63, 59);
    }

    public static void setType(Machine m, long cap, int type) {
        m.store64(cap, Word.insert(m.load64(cap), 63, 59, type));
    }

    public static long guardSize(Machine m, long cap) {
        return Word.bits(m.load64(cap), 58, 53);
    }

    public static void setGuardSize(Machine m, long cap, long guardSize) {
        m.store64(cap, Word.insert(m.load64(cap), 58, 53, guardSize));
    }

    /// log2 of a CNode's slots; log2 of an untyped region's bytes.
    public static long radixBits(Machine m, long cap) {
        return Word.bits(m.load64(cap), 52, 47);
    }

    public static void setRadixBits(Machine m, long cap, long radixBits) {
        m.store64(cap, Word.insert(m.load64(cap), 52, 47, radixBits));
    }

    /// Address of the object.
    public static long object(Machine m, long cap) {
        return Word.bits(m.load64(cap), 46, 4) << 4;
    }

    public static void setObject(Machine m, long cap, long object) {
        m.store64(cap, Word.insert(m.load64(cap), 46, 4, object >>> 4));
    }

    public static boolean canGrantReply(Machine m, long cap) {
        return Word.bit(m.load64(cap), 3);
    }

    public static void setCanGrantReply(Machine m, long cap, boolean canGrantReply) {
        m.store64(cap, Word.insert(m.load64(cap), 3, 3, canGrantReply ? 1 : 0));
    }

    public static boolean canGrant(Machine m, long cap) {
        return Word.bit(m.load64(cap), 2);
    }

    public static void setCanGrant(Machine m, long cap, boolean canGrant) {
        m.store64(cap, Word.insert(m.load64(cap), 2, 2, canGrant ? 1 : 0));
    }

    public static boolean canRead(Machine m, long cap) {
        return Word.bit(m.load64(cap), 1);
    }

    public static void setCanRead(Machine m, long cap, boolean canRead) {
        m.store64(cap, Word.insert(m.load64(cap), 1, 1, canRead ? 1 : 0));
    }

    public static boolean canWrite(Machine m, long cap) {
        return Word.bit(m.load64(cap), 0);
    }

    public static void setCanWrite(Machine m, long cap, boolean canWrite) {
        m.store64(cap, Word.insert(m.load64(cap), 0, 0, canWrite ? 1 : 0));
    }

    /// Badge, guard, free index, interrupt number, or a zombie's slots left.
    public static long data(Machine m, long cap) {
        return m.load64(cap + DATA);
    }

    public static void setData(Machine m, long cap, long data) {
        m.store64(cap + DATA, data);
    }

    private CapPtr() { }
}
