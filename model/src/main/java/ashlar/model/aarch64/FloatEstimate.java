package ashlar.model.aarch64;

import static ashlar.model.aarch64.FloatFormat.bias;
import static ashlar.model.aarch64.FloatFormat.flushed;
import static ashlar.model.aarch64.FloatFormat.fractionBits;
import static ashlar.model.aarch64.FloatFormat.isInfinity;
import static ashlar.model.aarch64.FloatFormat.isNan;
import static ashlar.model.aarch64.FloatFormat.isNegative;
import static ashlar.model.aarch64.FloatFormat.isZero;
import static ashlar.model.aarch64.FloatFormat.zero;

/// First guesses of reciprocals and of reciprocal square roots, and the steps that improve them.
/// Source: Arm DDI 0487, shared pseudocode functions FPRecipEstimate, FPRSqrtEstimate, FPRecpX,
/// FPRecipStepFused.
final class FloatEstimate {
    private FloatEstimate() { }

    /// 256 to 511 stand for 0.5 to 1; the result for 1 to 2.
    static int reciprocalOfByte(int a) {
        int b = (1 << 19) / (2 * a + 1);
        return (b + 1) / 2;
    }

    /// 128 to 511 stand for 0.25 to 1; the result for 1 to 2.
    static int reciprocalRootOfByte(int a) {
        int odd = a < 256 ? 2 * a + 1 : 2 * (a & ~1) + 2;
        int root = 512;
        for (int step = 256; step > 0; step >>= 1) {
            long next = (long) root + step;
            if (odd * next * next < 1L << 28) root += step;
        }
        return (root + 1) / 2;
    }

    static long reciprocal(Cpu cpu, int bits, long operand) {
        long a = flushed(cpu, bits, operand);
        boolean isNegative = isNegative(bits, a);
        if (isNan(bits, a)) return FloatFormat.processNan(cpu, bits, a);
        if (isInfinity(bits, a)) return zero(bits, isNegative);
        if (isZero(bits, a)) {
            cpu.fpsr |= FloatFormat.DIVIDE_BY_ZERO;
            return FloatFormat.infinity(bits, isNegative);
        }
        int e = FloatFormat.exponent(bits, a);
        if (e < -bias(bits) - 1) return tooSmall(cpu, bits, isNegative);
        int biased = bias(bits) - 1 - e;
        if (FloatFormat.flushes(cpu, bits) && e >= bias(bits) - 1) {
            cpu.fpsr |= FloatFormat.UNDERFLOW;
            return zero(bits, isNegative);
        }
        long top = FloatFormat.significand(bits, a) >>> 54 & 0x1FF;
        return packed(bits, isNegative, biased, reciprocalOfByte((int) top) & 0xFF);
    }

    /// @param fraction 8 bits behind the point; a biased exponent below 1 gives a denormal
    private static long packed(int bits, boolean isNegative, int biased, int fraction) {
        int f = fractionBits(bits);
        long ones = 0x100L | fraction;
        long magnitude = biased >= 1 ? (long) (biased - 1) << f : 0;
        long significand = ones << (f - 8) >>> (biased >= 1 ? 0 : 1 - biased);
        return zero(bits, isNegative) | magnitude + significand;
    }

    /// The reciprocal is beyond the format.
    private static long tooSmall(Cpu cpu, int bits, boolean isNegative) {
        cpu.fpsr |= FloatFormat.OVERFLOW | FloatFormat.INEXACT;
        boolean isInfinite = switch (FloatRound.mode(cpu)) {
            case FloatRound.UP   -> !isNegative;
            case FloatRound.DOWN -> isNegative;
            case FloatRound.ZERO -> false;
            default              -> true;
        };
        return zero(bits, isNegative) | FloatFormat.infinity(bits) - (isInfinite ? 0 : 1);
    }

    static long reciprocalRoot(Cpu cpu, int bits, long operand) {
        long a = flushed(cpu, bits, operand);
        boolean isNegative = isNegative(bits, a);
        if (isNan(bits, a)) return FloatFormat.processNan(cpu, bits, a);
        if (isZero(bits, a)) {
            cpu.fpsr |= FloatFormat.DIVIDE_BY_ZERO;
            return FloatFormat.infinity(bits, isNegative);
        }
        if (isNegative) return FloatFormat.invalid(cpu, bits);
        if (isInfinity(bits, a)) return 0;
        int e = FloatFormat.exponent(bits, a);
        long significand = FloatFormat.significand(bits, a);
        boolean isEven = (e & 1) == 0;
        int top = (int) (isEven ? significand >>> 55 : significand >>> 54);
        int fraction = reciprocalRootOfByte(top) & 0xFF;
        int biased = bias(bits) + (isEven ? -e - 2 : -e - 1) / 2;
        return packed(bits, false, biased, fraction);
    }

    /// FRECPX: a power of two near the reciprocal.
    static long reciprocalExponent(Cpu cpu, int bits, long operand) {
        long a = flushed(cpu, bits, operand);
        if (isNan(bits, a)) return FloatFormat.processNan(cpu, bits, a);
        int f = fractionBits(bits);
        long exponentMask = FloatFormat.infinity(bits);
        long sign = zero(bits, isNegative(bits, a));
        boolean isDenormal = (a & exponentMask) == 0;
        return sign | (isDenormal ? exponentMask - (1L << f) : ~a & exponentMask);
    }

    /// 2 - a * b, rounded once; infinity times zero is 0 here.
    static long reciprocalStep(Cpu cpu, int bits, long a, long b) {
        long two = (bias(bits) + 1L) << fractionBits(bits);
        return step(cpu, bits, a, b, two, two, 0);
    }

    /// (3 - a * b) / 2, rounded once; infinity times zero is 0 here.
    static long reciprocalRootStep(Cpu cpu, int bits, long a, long b) {
        long three = (2L * bias(bits) + 3) << (fractionBits(bits) - 1);
        long oneAndHalf = (2L * bias(bits) + 1) << (fractionBits(bits) - 1);
        return step(cpu, bits, a, b, three, oneAndHalf, 1);
    }

    private static long step(Cpu cpu, int bits, long operandA, long operandB, long minuend, long ofZero,
                             int halvings) {
        long a = flushed(cpu, bits, FloatFormat.negated(bits, operandA));
        long b = flushed(cpu, bits, operandB);
        boolean isSpecial = isInfinity(bits, a) && isZero(bits, b) || isZero(bits, a) && isInfinity(bits, b);
        return isSpecial ? ofZero : FloatFusedMultiply.addAndHalve(cpu, bits, minuend, a, b, halvings);
    }
}
