package ashlar.model.aarch64;

import static ashlar.model.aarch64.FloatFormat.flushed;
import static ashlar.model.aarch64.FloatFormat.isNan;
import static ashlar.model.aarch64.FloatFormat.isNegative;
import static ashlar.model.aarch64.FloatFormat.isSignalling;
import static ashlar.model.aarch64.FloatFormat.isZero;
import static ashlar.model.aarch64.FloatFormat.processNans;
import static ashlar.model.aarch64.FloatFormat.signBit;

/// Order of floating-point values. Source: Arm DDI 0487, shared pseudocode functions FPCompare, FPMax,
/// FPMaxNum.
final class FloatCompare {
    static final int LESS = -1;
    static final int EQUAL = 0;
    static final int GREATER = 1;
    static final int UNORDERED = 2;

    private FloatCompare() { }

    /// @param isStrict whether a quiet NaN is invalid too
    static int compare(Cpu cpu, int bits, long operandA, long operandB, boolean isStrict) {
        long a = flushed(cpu, bits, operandA);
        long b = flushed(cpu, bits, operandB);
        if (isNan(bits, a) || isNan(bits, b)) {
            boolean isInvalid = isStrict || isSignalling(bits, a) || isSignalling(bits, b);
            if (isInvalid) cpu.fpsr |= FloatFormat.INVALID;
            return UNORDERED;
        }
        return Long.compare(rank(bits, a), rank(bits, b));
    }

    /// A number that grows with the value, the same for both zeros.
    private static long rank(int bits, long a) {
        long magnitude = FloatFormat.magnitude(bits, a);
        return isNegative(bits, a) ? -magnitude : magnitude;
    }

    static void compareToFlags(Cpu cpu, int bits, long a, long b, boolean isStrict) {
        int order = compare(cpu, bits, a, b, isStrict);
        cpu.n = order == LESS;
        cpu.z = order == EQUAL;
        cpu.c = order != LESS;
        cpu.v = order == UNORDERED;
    }

    static long max(Cpu cpu, int bits, long operandA, long operandB) {
        long a = flushed(cpu, bits, operandA);
        long b = flushed(cpu, bits, operandB);
        if (isNan(bits, a) || isNan(bits, b)) return processNans(cpu, bits, a, b);
        if (isZero(bits, a) && isZero(bits, b)) return a & b;
        return rank(bits, a) > rank(bits, b) ? a : b;
    }

    static long min(Cpu cpu, int bits, long operandA, long operandB) {
        long a = flushed(cpu, bits, operandA);
        long b = flushed(cpu, bits, operandB);
        if (isNan(bits, a) || isNan(bits, b)) return processNans(cpu, bits, a, b);
        if (isZero(bits, a) && isZero(bits, b)) return a | b;
        return rank(bits, a) < rank(bits, b) ? a : b;
    }

    private static boolean isQuiet(int bits, long a) {
        return isNan(bits, a) && !isSignalling(bits, a);
    }

    /// As max, but a number wins over a quiet NaN.
    static long maxNumber(Cpu cpu, int bits, long a, long b) {
        long least = FloatFormat.infinity(bits, true);
        if (isQuiet(bits, a) && !isQuiet(bits, b)) return max(cpu, bits, least, b);
        if (isQuiet(bits, b) && !isQuiet(bits, a)) return max(cpu, bits, a, least);
        return max(cpu, bits, a, b);
    }

    /// As min, but a number wins over a quiet NaN.
    static long minNumber(Cpu cpu, int bits, long a, long b) {
        long greatest = FloatFormat.infinity(bits);
        if (isQuiet(bits, a) && !isQuiet(bits, b)) return min(cpu, bits, greatest, b);
        if (isQuiet(bits, b) && !isQuiet(bits, a)) return min(cpu, bits, a, greatest);
        return min(cpu, bits, a, b);
    }

    static long absolute(int bits, long a) {
        return a & ~signBit(bits);
    }
}
