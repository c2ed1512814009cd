package ashlar.model.aarch64;

import static ashlar.model.aarch64.FloatFormat.exponent;
import static ashlar.model.aarch64.FloatFormat.flushed;
import static ashlar.model.aarch64.FloatFormat.infinity;
import static ashlar.model.aarch64.FloatFormat.invalid;
import static ashlar.model.aarch64.FloatFormat.isInfinity;
import static ashlar.model.aarch64.FloatFormat.isNan;
import static ashlar.model.aarch64.FloatFormat.isNegative;
import static ashlar.model.aarch64.FloatFormat.isZero;
import static ashlar.model.aarch64.FloatFormat.negated;
import static ashlar.model.aarch64.FloatFormat.processNan;
import static ashlar.model.aarch64.FloatFormat.processNans;
import static ashlar.model.aarch64.FloatFormat.significand;
import static ashlar.model.aarch64.FloatFormat.zero;
import static ashlar.model.aarch64.FloatRound.shiftRightJamming;

/// Sums, products, quotients and roots of values of 16, 32 or 64 bits.
/// Source: Arm DDI 0487, shared pseudocode functions FPAdd, FPMul, FPDiv, FPSqrt.
final class FloatArithmetic {
    private FloatArithmetic() { }

    static long add(Cpu cpu, int bits, long operandA, long operandB) {
        if (FloatFast.applies(cpu, bits, operandA, operandB)) return FloatFast.add(bits, operandA, operandB);
        long a = flushed(cpu, bits, operandA);
        long b = flushed(cpu, bits, operandB);
        if (isNan(bits, a) || isNan(bits, b)) return processNans(cpu, bits, a, b);
        if (isInfinity(bits, a))
            return isInfinity(bits, b) && a != b ? invalid(cpu, bits) : a;
        if (isInfinity(bits, b)) return b;
        if (isZero(bits, a) || isZero(bits, b)) return addZero(cpu, bits, a, b);
        return addFinite(cpu, bits, a, b);
    }

    private static long addZero(Cpu cpu, int bits, long a, long b) {
        if (!isZero(bits, a)) return a;
        if (!isZero(bits, b)) return b;
        return a == b ? a : exactZero(cpu, bits);
    }

    /// The zero that is the sum of opposites.
    static long exactZero(Cpu cpu, int bits) {
        return zero(bits, FloatRound.mode(cpu) == FloatRound.DOWN);
    }

    private static long addFinite(Cpu cpu, int bits, long a, long b) {
        boolean isSwapped = FloatFormat.magnitude(bits, a) < FloatFormat.magnitude(bits, b);
        long large = isSwapped ? b : a;
        long small = isSwapped ? a : b;
        int e = exponent(bits, large);
        long s = significand(bits, large) >>> 1;
        long t = shiftRightJamming(significand(bits, small) >>> 1, e - exponent(bits, small));
        boolean isNegative = isNegative(bits, large);
        long sum = isNegative == isNegative(bits, small) ? s + t : s - t;
        return sum == 0 ? exactZero(cpu, bits)
            : FloatRound.normalizeAndRound(cpu, bits, isNegative, e + 1, sum);
    }

    static long sub(Cpu cpu, int bits, long a, long b) {
        if (isNan(bits, b)) return subNan(cpu, bits, a, b);
        return add(cpu, bits, a, negated(bits, b));
    }

    /// A NaN keeps its sign.
    private static long subNan(Cpu cpu, int bits, long a, long b) {
        return processNans(cpu, bits, flushed(cpu, bits, a), b);
    }

    static long mul(Cpu cpu, int bits, long operandA, long operandB) {
        if (FloatFast.applies(cpu, bits, operandA, operandB)) return FloatFast.mul(bits, operandA, operandB);
        long a = flushed(cpu, bits, operandA);
        long b = flushed(cpu, bits, operandB);
        if (isNan(bits, a) || isNan(bits, b)) return processNans(cpu, bits, a, b);
        boolean isNegative = isNegative(bits, a) != isNegative(bits, b);
        boolean isZero = isZero(bits, a) || isZero(bits, b);
        if (isInfinity(bits, a) || isInfinity(bits, b))
            return isZero ? invalid(cpu, bits) : infinity(bits, isNegative);
        return isZero ? zero(bits, isNegative) : mulFinite(cpu, bits, a, b, isNegative);
    }

    private static long mulFinite(Cpu cpu, int bits, long a, long b, boolean isNegative) {
        long s = significand(bits, a);
        long t = significand(bits, b);
        long high = Math.multiplyHigh(s, t);
        long low = s * t;
        long product = high << 1 | low >>> 63 | (low << 1 != 0 ? 1 : 0);
        int e = exponent(bits, a) + exponent(bits, b) + 1;
        return FloatRound.normalizeAndRound(cpu, bits, isNegative, e, product);
    }

    /// FMULX: infinity times zero is 2.
    static long mulExtended(Cpu cpu, int bits, long operandA, long operandB) {
        long a = flushed(cpu, bits, operandA);
        long b = flushed(cpu, bits, operandB);
        boolean isTwo = isInfinity(bits, a) && isZero(bits, b) || isZero(bits, a) && isInfinity(bits, b);
        if (!isTwo) return mul(cpu, bits, operandA, operandB);
        long two = (FloatFormat.bias(bits) + 1L) << FloatFormat.fractionBits(bits);
        return two | zero(bits, isNegative(bits, a) != isNegative(bits, b));
    }

    static long div(Cpu cpu, int bits, long operandA, long operandB) {
        long a = flushed(cpu, bits, operandA);
        long b = flushed(cpu, bits, operandB);
        if (isNan(bits, a) || isNan(bits, b)) return processNans(cpu, bits, a, b);
        boolean isNegative = isNegative(bits, a) != isNegative(bits, b);
        if (isInfinity(bits, a)) return isInfinity(bits, b) ? invalid(cpu, bits) : infinity(bits, isNegative);
        if (isInfinity(bits, b)) return zero(bits, isNegative);
        if (isZero(bits, b)) return divByZero(cpu, bits, a, isNegative);
        if (isZero(bits, a)) return zero(bits, isNegative);
        return divFinite(cpu, bits, a, b, isNegative);
    }

    private static long divByZero(Cpu cpu, int bits, long a, boolean isNegative) {
        if (isZero(bits, a)) return invalid(cpu, bits);
        cpu.fpsr |= FloatFormat.DIVIDE_BY_ZERO;
        return infinity(bits, isNegative);
    }

    /// Long division, ten bits at a time. Significands have at most 53 bits.
    private static long divFinite(Cpu cpu, int bits, long a, long b, boolean isNegative) {
        long divisor = significand(bits, b) >>> 10;
        long rest = significand(bits, a) >>> 10;
        long quotient = rest >= divisor ? 1 : 0;
        rest -= quotient * divisor;
        for (int i = 0; i < 6; i++) {
            rest <<= 10;
            quotient = quotient << 10 | rest / divisor;
            rest %= divisor;
        }
        long jammed = quotient << 2 | (rest != 0 ? 1 : 0);
        return FloatRound.normalizeAndRound(cpu, bits, isNegative, exponent(bits, a) - exponent(bits, b),
            jammed);
    }

    static long sqrt(Cpu cpu, int bits, long operand) {
        long a = flushed(cpu, bits, operand);
        if (isNan(bits, a)) return processNan(cpu, bits, a);
        if (isZero(bits, a)) return a;
        if (isNegative(bits, a)) return invalid(cpu, bits);
        return isInfinity(bits, a) ? a : sqrtFinite(cpu, bits, a);
    }

    /// The root digit by digit: 62 bits of it, from a radicand of 124 bits, whose lower half is 0.
    private static long sqrtFinite(Cpu cpu, int bits, long a) {
        int e = exponent(bits, a);
        boolean isOdd = (e & 1) != 0;
        long radicand = significand(bits, a) >>> (isOdd ? 1 : 2);
        long root = 0;
        long rest = 0;
        for (int i = 0; i < 62; i++) {
            rest = rest << 2 | (i < 31 ? radicand >>> (60 - 2 * i) & 3 : 0);
            long trial = root << 2 | 1;
            boolean fits = Long.compareUnsigned(rest, trial) >= 0;
            if (fits) rest -= trial;
            root = root << 1 | (fits ? 1 : 0);
        }
        long jammed = root << 1 | (rest != 0 ? 1 : 0);
        return FloatRound.round(cpu, bits, false, e >> 1, jammed);
    }
}
