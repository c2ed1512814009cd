package ashlar.proofs.isa;

import ashlar.model.x86_64.CompareExchangeWide;
import ashlar.model.x86_64.FloatArithmetic;
import ashlar.model.x86_64.Instruction;
import ashlar.model.x86_64.SegmentBase;
import ashlar.model.x86_64.Shift;
import ashlar.model.x86_64.StateMove;
import ashlar.model.x86_64.StateSave;
import ashlar.model.x86_64.Vector;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Where QEMU 7.2 does not do what the manual says: see `docs/instructions-x86_64.md`.
final class X86Differences {
    private static final int SIGTRAP = 5;
    private static final int SIGSEGV = 11;
    private static final int XMM = 160;
    private static final int MXCSR = 24;
    private static final int DENORMAL = 2;
    private static final int MIN = 0x5d;
    private static final int MAX = 0x5f;
    private static final int RCP = 0x53;
    private static final int RSQRT = 0x52;

    private X86Differences() { }

    static boolean areKnown(Instruction i, X86State mine, X86State theirs) {
        if (mine.signal() == SIGSEGV && theirs.signal() == SIGTRAP) return lacksCheck(i);
        boolean isFault = mine.signal() == SIGSEGV && mine.pc() == theirs.pc();
        if (isFault && i instanceof Shift s && s.operation() < 4) return true;
        X86State known = withKnown(i, mine, theirs);
        return mine.differences(X86FpuDifferences.withKnown(i, isFault, mine, known)).isEmpty();
    }

    /// QEMU does not ask that operands of 16 bytes are aligned, that reserved bits of MXCSR are zeros, and
    /// that segment bases are canonical.
    private static boolean lacksCheck(Instruction i) {
        boolean isSingle = i instanceof CompareExchangeWide || i instanceof StateSave
            || i instanceof StateMove
            || i instanceof SegmentBase;
        for (RecordComponent part : i.getClass().getRecordComponents())
            if (part.getType() == Vector.class) return true;
        return isSingle;
    }

    /// Their state with ours where theirs is known to differ: QEMU never sets DE; it has rules of its own for
    /// which of two NaNs survives; its RCP and RSQRT do not take denormals for zeros, and its MIN and MAX
    /// return them.
    private static X86State withKnown(Instruction i, X86State mine, X86State theirs) {
        byte[] bytes = theirs.fx().clone();
        ByteBuffer fx = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer own = ByteBuffer.wrap(mine.fx()).order(ByteOrder.LITTLE_ENDIAN);
        fx.putInt(MXCSR, fx.getInt(MXCSR) | own.getInt(MXCSR) & DENORMAL);
        boolean denormalsAreZeros = (own.getInt(MXCSR) & 0x40) != 0;
        for (int at = XMM; at < X86Case.FX; at += 8)
            if (isKnown(i, denormalsAreZeros, own.getLong(at), fx.getLong(at))) fx.putLong(at,
                own.getLong(at));
        for (int at = XMM; at < X86Case.FX; at += 4)
            if (isKnown(i, denormalsAreZeros, own.getInt(at), fx.getInt(at))) fx.putInt(at, own.getInt(at));
        return theirs.withFx(bytes);
    }

    private static boolean isKnown(Instruction i, boolean denormalsAreZeros, long a, long b) {
        boolean isFlushed = isSelection(i, 64) && denormalsAreZeros && (b & 0x7ff0000000000000L) == 0
            && a << 1 == 0;
        return isNaN(a) && isNaN(b) || isFlushed;
    }

    private static boolean isKnown(Instruction i, boolean denormalsAreZeros, int a, int b) {
        boolean isApproximation = i instanceof FloatArithmetic f
            && (f.operation() == RCP || f.operation() == RSQRT)
            && (a << 1 == 0 || a << 1 == 0xff000000);
        boolean isFlushed = isSelection(i, 32) && denormalsAreZeros && (b & 0x7f800000) == 0 && a << 1 == 0;
        return isNaN(a) && isNaN(b) || isApproximation || isFlushed;
    }

    private static boolean isSelection(Instruction i, int bits) {
        return i instanceof FloatArithmetic f && (f.operation() == MIN || f.operation() == MAX)
            && f.bits() == bits;
    }

    private static boolean isNaN(long v) {
        return (v & 0x7ff8000000000000L) == 0x7ff8000000000000L;
    }

    private static boolean isNaN(int v) {
        return (v & 0x7fc00000) == 0x7fc00000;
    }
}
