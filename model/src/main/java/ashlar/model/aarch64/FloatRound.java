package ashlar.model.aarch64;

import static ashlar.model.aarch64.FloatFormat.bias;
import static ashlar.model.aarch64.FloatFormat.fractionBits;

/// Rounding of exact results. Source: Arm DDI 0487, shared pseudocode function FPRound.
final class FloatRound {
    static final int TIES_EVEN = 0;
    static final int UP = 1;
    static final int DOWN = 2;
    static final int ZERO = 3;
    static final int TIES_AWAY = 4;
    static final int ODD = 5;

    private FloatRound() { }

    static int mode(Cpu cpu) {
        return (int) (cpu.fpcr >>> 22 & 3);
    }

    /// value >>> n; the lowest bit is set if bits are lost.
    static long shiftRightJamming(long value, int n) {
        if (n == 0) return value;
        if (n >= 64) return value != 0 ? 1 : 0;
        return value >>> n | (value << (64 - n) != 0 ? 1 : 0);
    }

    /// Whether a magnitude is to be one more than cut off.
    /// @param rest what is cut off, against half of the last place
    static boolean roundsUp(int mode, boolean isNegative, boolean isOdd, long rest, long half) {
        return switch (mode) {
            case TIES_EVEN -> rest > half || rest == half && isOdd;
            case UP        -> rest != 0 && !isNegative;
            case DOWN      -> rest != 0 && isNegative;
            case TIES_AWAY -> rest >= half;
            case ODD       -> rest != 0 && !isOdd;
            default        -> false;
        };
    }

    static long round(Cpu cpu, int bits, boolean isNegative, int exponent, long significand) {
        return round(cpu, bits, isNegative, exponent, significand, mode(cpu), FloatFormat.flushes(cpu, bits));
    }

    /// The value of the format for significand * 2^(exponent - 62). Bit 62 is the highest set.
    static long round(Cpu cpu, int bits, boolean isNegative, int exponent, long significand, int mode,
                      boolean flushes) {
        int f = fractionBits(bits);
        int least = 1 - bias(bits);
        boolean isTiny = exponent < least;
        if (isTiny && flushes) {
            cpu.fpsr |= FloatFormat.UNDERFLOW;
            return FloatFormat.zero(bits, isNegative);
        }
        if (exponent > bias(bits)) return overflow(cpu, bits, isNegative, mode);
        long shifted = isTiny ? shiftRightJamming(significand, least - exponent) : significand;
        long half = 1L << (61 - f);
        long rest = shifted & (2 * half - 1);
        long kept = shifted >>> (62 - f);
        long rounded = kept + (roundsUp(mode, isNegative, (kept & 1) != 0, rest, half) ? 1 : 0);
        long magnitude = isTiny ? rounded : ((long) (exponent - least) << f) + rounded;
        if (magnitude >= FloatFormat.infinity(bits)) return overflow(cpu, bits, isNegative, mode);
        if (rest != 0) cpu.fpsr |= FloatFormat.INEXACT | (isTiny ? FloatFormat.UNDERFLOW : 0);
        return magnitude | FloatFormat.zero(bits, isNegative);
    }

    private static long overflow(Cpu cpu, int bits, boolean isNegative, int mode) {
        cpu.fpsr |= FloatFormat.OVERFLOW | FloatFormat.INEXACT;
        boolean isInfinite = switch (mode) {
            case UP        -> !isNegative;
            case DOWN      -> isNegative;
            case ZERO, ODD -> false;
            default        -> true;
        };
        long magnitude = isInfinite ? FloatFormat.infinity(bits) : FloatFormat.infinity(bits) - 1;
        return magnitude | FloatFormat.zero(bits, isNegative);
    }

    /// As round, for a significand whose highest bit is anywhere below bit 63; exponent still goes with bit
    /// 62.
    static long normalizeAndRound(Cpu cpu, int bits, boolean isNegative, int exponent, long significand) {
        int shift = Long.numberOfLeadingZeros(significand) - 1;
        return round(cpu, bits, isNegative, exponent - shift, significand << shift);
    }

    /// The alternative half-precision format, which has neither infinities nor NaNs.
    static long roundAlternativeHalf(Cpu cpu, boolean isNegative, int exponent, long significand) {
        boolean isTiny = exponent < -14;
        long shifted = isTiny ? shiftRightJamming(significand, -14 - exponent) : significand;
        long half = 1L << 51;
        long rest = shifted & (2 * half - 1);
        long kept = shifted >>> 52;
        long rounded = kept + (roundsUp(mode(cpu), isNegative, (kept & 1) != 0, rest, half) ? 1 : 0);
        long magnitude = isTiny ? rounded : ((exponent + 14L) << 10) + rounded;
        if (magnitude > 0x7FFF) {
            cpu.fpsr |= FloatFormat.INVALID;
            return FloatFormat.zero(16, isNegative) | 0x7FFF;
        }
        if (rest != 0) cpu.fpsr |= FloatFormat.INEXACT | (isTiny ? FloatFormat.UNDERFLOW : 0);
        return magnitude | FloatFormat.zero(16, isNegative);
    }
}
