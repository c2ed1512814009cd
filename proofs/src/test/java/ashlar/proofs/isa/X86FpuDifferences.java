package ashlar.proofs.isa;

import ashlar.model.x86_64.Instruction;
import ashlar.model.x86_64.StateSave;
import ashlar.model.x86_64.X87Arithmetic;
import ashlar.model.x86_64.X87Compare;
import ashlar.model.x86_64.X87Control;
import ashlar.model.x86_64.X87Load;
import ashlar.model.x86_64.X87Move;
import ashlar.model.x86_64.X87Unary;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Where QEMU's x87 does not do what the manual says: see `docs/instructions-x86_64.md`.
final class X86FpuDifferences {
    private static final int STATUS = 2;
    private static final int FULL = 4;
    private static final int STACK = 32;
    private static final int XMM = 160;
    private static final int DENORMAL_AND_C1 = 0x202;
    private static final int EXCEPTIONS = 0x3f;
    private static final int CONDITIONS = 0x4700;
    private static final long ZF_PF_CF = 0x45;
    private static final int FST = 1;
    private static final int FSTP = 2;
    private static final int FNSTSW = 4;
    private static final int FNSTSW_AX = 5;

    private X86FpuDifferences() { }

    /// Their state with ours where theirs is known to differ.
    static X86State withKnown(Instruction i, boolean isFault, X86State mine, X86State theirs) {
        byte[] bytes = theirs.fx().clone();
        ByteBuffer fx = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer own = ByteBuffer.wrap(mine.fx()).order(ByteOrder.LITTLE_ENDIAN);
        boolean isShort = (own.getShort(0) & 0x300) != 0x300;
        copy(fx, own, STATUS, ignored(i, isFault) | (isShort ? CONDITIONS | EXCEPTIONS : 0));
        boolean isStore = i instanceof X87Move m && (m.operation() == FST || m.operation() == FSTP);
        if (isStore) fx.put(FULL, own.get(FULL));
        if (isShort && (i instanceof X87Unary || isFromMemory(i))) copyStack(fx, own);
        for (int at = STACK; at < XMM; at += 16) if (isNaN(own, at) && isNaN(fx, at)) copyRegister(fx, own,
            at);
        if (i instanceof X87Control || i instanceof StateSave) fx.putShort(0, own.getShort(0));
        return withKnownOutside(i, mine, theirs.withFx(bytes));
    }

    /// FCOMI and the like keep OF, SF and AF in QEMU; reserved bytes of a saved state differ.
    private static X86State withKnownOutside(Instruction i, X86State mine, X86State theirs) {
        if (i instanceof X87Compare c && c.toFlags())
            return theirs.withFlags(theirs.flags() & ZF_PF_CF | mine.flags() & ~ZF_PF_CF);
        boolean isSave = i instanceof StateSave || i instanceof X87Control c && c.operation() > FNSTSW_AX;
        return isSave ? theirs.withMemory(mine.memory()) : theirs;
    }

    /// QEMU rounds such an operand by precision control when it loads it.
    private static boolean isFromMemory(Instruction i) {
        return i instanceof X87Arithmetic a && a.bits() != 80 || i instanceof X87Load l && l.bits() != 80;
    }

    private static int ignored(Instruction i, boolean isFault) {
        if (i instanceof StateSave) return 0xffff;
        if (i instanceof X87Control c && c.operation() != FNSTSW && c.operation() != FNSTSW_AX) return 0xffff;
        boolean isUnary = i instanceof X87Unary;
        return DENORMAL_AND_C1 | (isFault ? EXCEPTIONS : 0) | (isUnary ? CONDITIONS : 0);
    }

    /// Which of two NaNs survives may differ, since QEMU makes an operand from memory quiet when it loads it.
    private static boolean isNaN(ByteBuffer fx, int at) {
        return (fx.getShort(at + 8) & 0x7fff) == 0x7fff && fx.getLong(at) << 1 != 0;
    }

    private static void copyRegister(ByteBuffer to, ByteBuffer from, int at) {
        to.putLong(at, from.getLong(at));
        to.putShort(at + 8, from.getShort(at + 8));
    }

    private static void copy(ByteBuffer to, ByteBuffer from, int at, int bits) {
        to.putShort(at, (short) (to.getShort(at) & ~bits | from.getShort(at) & bits));
    }

    private static void copyStack(ByteBuffer to, ByteBuffer from) {
        for (int at = STACK; at < XMM; at += 8) to.putLong(at, from.getLong(at));
    }
}
