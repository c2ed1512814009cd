package ashlar.proofs.isa;

import ashlar.model.x86_64.CompareExchangeWide;
import ashlar.model.x86_64.ConvertPacked;
import ashlar.model.x86_64.ConvertScalar;
import ashlar.model.x86_64.DotProduct;
import ashlar.model.x86_64.FloatArithmetic;
import ashlar.model.x86_64.FloatPairs;
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
    private static final int DAZ = 0x40;
    private static final int FTZ = 0x8000;
    private static final int CVTPD2PS = 1;
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
        int mxcsr = own.getInt(MXCSR);
        int bits = resultBits(i);
        for (int at = XMM; at < X86Case.FX; at += 8)
            if (bits == 64 && isKnown(i, mxcsr, own.getLong(at), fx.getLong(at))) fx.putLong(at,
                own.getLong(at));
        for (int at = XMM; at < X86Case.FX; at += 4)
            if (bits == 32 && isKnown(i, mxcsr, own.getInt(at), fx.getInt(at))) fx.putInt(at, own.getInt(at));
        return theirs.withFx(bytes);
    }

    /// Bits of a result of floating-point arithmetic; 0 for other instructions.
    private static int resultBits(Instruction i) {
        return switch (i) {
            case FloatArithmetic f                              -> f.bits();
            case FloatPairs f                                   -> f.bits();
            case DotProduct f                                   -> f.bits();
            case ConvertScalar f                                -> 96 - f.bits();
            case ConvertPacked f when f.operation() == CVTPD2PS -> 32;
            default                                             -> 0;
        };
    }

    private static boolean isKnown(Instruction i, int mxcsr, long a, long b) {
        boolean isReturned = isSelection(i) && (mxcsr & DAZ) != 0 && (b & 0x7ff0000000000000L) == 0
            && a << 1 == 0;
        boolean isFlushed = (mxcsr & FTZ) != 0 && b << 1 == 0 && a << 1 == 0x0020000000000000L;
        return isNaN(a) && isNaN(b) || isReturned || isFlushed;
    }

    private static boolean isKnown(Instruction i, int mxcsr, int a, int b) {
        boolean isApproximation = i instanceof FloatArithmetic f
            && (f.operation() == RCP || f.operation() == RSQRT)
            && (a << 1 == 0 || a << 1 == 0xff000000);
        boolean isReturned = isSelection(i) && (mxcsr & DAZ) != 0 && (b & 0x7f800000) == 0 && a << 1 == 0;
        boolean isFlushed = (mxcsr & FTZ) != 0 && b << 1 == 0 && a << 1 == 0x01000000;
        return isNaN(a) && isNaN(b) || isApproximation || isReturned || isFlushed;
    }

    private static boolean isSelection(Instruction i) {
        return i instanceof FloatArithmetic f && (f.operation() == MIN || f.operation() == MAX);
    }

    private static boolean isNaN(long v) {
        return (v & 0x7ff8000000000000L) == 0x7ff8000000000000L;
    }

    private static boolean isNaN(int v) {
        return (v & 0x7fc00000) == 0x7fc00000;
    }
}
