package ashlar.model.aarch64;

import static ashlar.model.aarch64.FloatFormat.exponent;
import static ashlar.model.aarch64.FloatFormat.flushed;
import static ashlar.model.aarch64.FloatFormat.infinity;
import static ashlar.model.aarch64.FloatFormat.invalid;
import static ashlar.model.aarch64.FloatFormat.isInfinity;
import static ashlar.model.aarch64.FloatFormat.isNan;
import static ashlar.model.aarch64.FloatFormat.isNegative;
import static ashlar.model.aarch64.FloatFormat.isZero;
import static ashlar.model.aarch64.FloatFormat.processNans;
import static ashlar.model.aarch64.FloatFormat.significand;

/// addend + a * b, rounded once. Source: Arm DDI 0487, shared pseudocode function FPMulAdd.
final class FloatFusedMultiply {
    private FloatFusedMultiply() { }

    static long add(Cpu cpu, int bits, long addend, long operandA, long operandB) {
        return addAndHalve(cpu, bits, addend, operandA, operandB, 0);
    }

    /// (addend + a * b) / 2^halvings.
    static long addAndHalve(Cpu cpu, int bits, long addend, long operandA, long operandB, int halvings) {
        long c = flushed(cpu, bits, addend);
        long a = flushed(cpu, bits, operandA);
        long b = flushed(cpu, bits, operandB);
        boolean isInvalid = isInfinity(bits, a) && isZero(bits, b) || isZero(bits, a) && isInfinity(bits, b);
        if (isInvalid && isNan(bits, c) && !FloatFormat.isSignalling(bits, c)) return invalid(cpu, bits);
        if (isNan(bits, c) || isNan(bits, a) || isNan(bits, b)) return processNans(cpu, bits, c, a, b);
        if (isInvalid) return invalid(cpu, bits);
        boolean isNegative = isNegative(bits, a) != isNegative(bits, b);
        if (isInfinity(bits, a) || isInfinity(bits, b)) {
            boolean isOpposite = isInfinity(bits, c) && isNegative(bits, c) != isNegative;
            return isOpposite ? invalid(cpu, bits) : infinity(bits, isNegative);
        }
        if (isInfinity(bits, c)) return c;
        if (isZero(bits, a) || isZero(bits, b)) return addToZero(cpu, bits, c, isNegative, halvings);
        return addFinite(cpu, bits, c, a, b, isNegative, halvings);
    }

    private static long addToZero(Cpu cpu, int bits, long c, boolean isNegative, int halvings) {
        if (!isZero(bits, c) && halvings == 0) return c;
        if (!isZero(bits, c))
            return FloatRound.round(cpu, bits, isNegative(bits, c), exponent(bits, c) - halvings,
                significand(bits, c));
        return isNegative(bits, c) == isNegative ? c : FloatArithmetic.exactZero(cpu, bits);
    }

    /// The product has 128 bits, the highest set being bit 125 or 124.
    private static long addFinite(Cpu cpu, int bits, long c, long a, long b, boolean isNegative,
                                  int halvings) {
        long s = significand(bits, a);
        long t = significand(bits, b);
        long high = Math.multiplyHigh(s, t);
        long low = s * t;
        int e = exponent(bits, a) + exponent(bits, b) + 1 - halvings;
        if (isZero(bits, c)) return normalizeAndRound(cpu, bits, isNegative, e, high, low);
        long cHigh = significand(bits, c) >>> 1;
        int cExponent = exponent(bits, c) - halvings;
        boolean isSum = isNegative(bits, c) == isNegative;
        if (cExponent <= e) {
            int shift = e - cExponent;
            return combine(cpu, bits, isNegative, isSum, e, high, low, highPart(cHigh, shift),
                lowPart(cHigh, 0, shift));
        }
        int shift = cExponent - e;
        return combine(cpu, bits, isNegative, isSum, cExponent, highPart(high, shift),
            lowPart(high, low, shift), cHigh, 0);
    }

    /// The upper half of high:low >>> shift.
    private static long highPart(long high, int shift) {
        return shift >= 64 ? 0 : high >>> shift;
    }

    /// The lower half of high:low >>> shift, jamming.
    private static long lowPart(long high, long low, int shift) {
        if (shift == 0) return low;
        if (shift >= 64) return FloatRound.shiftRightJamming(high, shift - 64) | (low != 0 ? 1 : 0);
        return high << (64 - shift) | FloatRound.shiftRightJamming(low, shift);
    }

    /// Adds or subtracts two numbers of 128 bits; exponent goes with bit 125.
    /// @param isNegative the sign of the first
    private static long combine(Cpu cpu, int bits, boolean isNegative, boolean isSum, int exponent, long high,
                                long low, long cHigh, long cLow) {
        if (isSum) {
            long sum = low + cLow;
            long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
            return normalizeAndRound(cpu, bits, isNegative, exponent, high + cHigh + carry, sum);
        }
        boolean isLess = high < cHigh || high == cHigh && Long.compareUnsigned(low, cLow) < 0;
        long difference = isLess ? cLow - low : low - cLow;
        long borrow = Long.compareUnsigned(isLess ? cLow : low, isLess ? low : cLow) < 0 ? 1 : 0;
        long top = (isLess ? cHigh - high : high - cHigh) - borrow;
        if ((top | difference) == 0) return FloatArithmetic.exactZero(cpu, bits);
        return normalizeAndRound(cpu, bits, isNegative != isLess, exponent, top, difference);
    }

    /// Exponent goes with bit 125 of high:low, which are not both 0.
    private static long normalizeAndRound(Cpu cpu, int bits, boolean isNegative, int exponent, long high,
                                          long low) {
        int zeros = high == 0 ? 64 + Long.numberOfLeadingZeros(low) : Long.numberOfLeadingZeros(high);
        int shift = zeros - 1;
        long top = shift >= 64 ? low << (shift - 64) : shift == 0 ? high
            : high << shift | low >>> (64 - shift);
        long rest = shift >= 64 ? 0 : low << shift;
        long significand = top | (rest != 0 ? 1 : 0);
        return FloatRound.round(cpu, bits, isNegative, exponent - shift + 1, significand);
    }
}
