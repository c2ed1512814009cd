package ashlar.proofs.isa;

import ashlar.model.x86_64.CompareExchangeWide;
import ashlar.model.x86_64.FloatArithmetic;
import ashlar.model.x86_64.Instruction;
import ashlar.model.x86_64.Shift;
import ashlar.model.x86_64.StateMove;
import ashlar.model.x86_64.StateSave;
import ashlar.model.x86_64.Vector;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

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
        if (mine.signal() == SIGSEGV) return isUnalignedVector(i, theirs) || isFaultOfRotation(i, mine, theirs);
        return mine.differences(withKnown(i, mine, theirs)).isEmpty();
    }

    /// QEMU does not ask that operands of 16 bytes are aligned, or that reserved bits of MXCSR are zeros.
    private static boolean isUnalignedVector(Instruction i, X86State theirs) {
        if (i instanceof CompareExchangeWide || i instanceof StateSave || i instanceof StateMove) return true;
        for (RecordComponent part : i.getClass().getRecordComponents())
            if (part.getType() == Vector.class) return theirs.signal() == SIGTRAP;
        return false;
    }

    /// QEMU sets the flags of RCL and RCR before it finds that the result cannot be stored.
    private static boolean isFaultOfRotation(Instruction i, X86State mine, X86State theirs) {
        return i instanceof Shift s && s.operation() < 4 && mine.pc() == theirs.pc();
    }

    /// Their state with ours where theirs is known to differ: QEMU never sets DE; it has rules of its own for which of
    /// two NaNs survives; and its RCP and RSQRT do not take denormals for zeros.
    private static X86State withKnown(Instruction i, X86State mine, X86State theirs) {
        byte[] bytes = theirs.fx().clone();
        ByteBuffer fx = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer own = ByteBuffer.wrap(mine.fx()).order(ByteOrder.LITTLE_ENDIAN);
        fx.putInt(MXCSR, fx.getInt(MXCSR) | own.getInt(MXCSR) & DENORMAL);
        for (int at = XMM; at < X86Case.FX; at += 8) {
            long a = own.getLong(at);
            long b = fx.getLong(at);
            if (isNaN(a) && isNaN(b)) fx.putLong(at, a);
        }
        for (int at = XMM; at < X86Case.FX; at += 4) {
            int a = own.getInt(at);
            boolean isNaN = isNaN(a) && isNaN(fx.getInt(at));
            boolean isApproximation = i instanceof FloatArithmetic f && (f.operation() == RCP || f.operation() == RSQRT)
                && (a << 1 == 0 || a << 1 == 0xff000000);
            if (isNaN || isApproximation || isFlushed(i, mine, 32, a, fx.getInt(at))) fx.putInt(at, a);
        }
        for (int at = XMM; at < X86Case.FX; at += 8) {
            if (isFlushed(i, mine, 64, own.getLong(at), fx.getLong(at))) fx.putLong(at, own.getLong(at));
        }
        return new X86State(theirs.r(), theirs.pc(), theirs.flags(), theirs.fsBase(), theirs.gsBase(), theirs.signal(),
            bytes, Arrays.copyOf(theirs.memory(), theirs.memory().length));
    }

    /// A denormal operand that QEMU's MIN and MAX return as it is, though denormals count as zeros.
    private static boolean isFlushed(Instruction i, X86State mine, int bits, long a, long b) {
        boolean isSelection = i instanceof FloatArithmetic f && (f.operation() == MIN || f.operation() == MAX)
            && f.bits() == bits;
        boolean denormalsAreZeros = (ByteBuffer.wrap(mine.fx()).get(MXCSR) & 0x40) != 0;
        boolean isDenormal = bits == 64 ? (b & 0x7ff0000000000000L) == 0 : (b & 0x7f800000) == 0;
        return isSelection && denormalsAreZeros && isDenormal && (bits == 64 ? a << 1 == 0 : (int) a << 1 == 0);
    }

    private static boolean isNaN(long v) {
        return (v & 0x7ff8000000000000L) == 0x7ff8000000000000L;
    }

    private static boolean isNaN(int v) {
        return (v & 0x7fc00000) == 0x7fc00000;
    }
}
