package ashlar.model.aarch64;

/// Floating-point values of 16, 32 and 64 bits in the low bits of a word: what they are, and what becomes of
/// NaNs and denormals on the way in. Source: Arm DDI 0487, A1.4 and the shared pseudocode functions FPUnpack,
/// FPProcessNaN.
final class FloatFormat {
    static final long FPCR_BITS = 0x07C8_0000L;
    static final long FPSR_BITS = 0xF800_009FL;

    static final long FPCR_AHP = 1L << 26;
    static final long FPCR_DN = 1L << 25;
    static final long FPCR_FZ = 1L << 24;
    static final long FPCR_FZ16 = 1L << 19;

    static final long INVALID = 1;
    static final long DIVIDE_BY_ZERO = 1 << 1;
    static final long OVERFLOW = 1 << 2;
    static final long UNDERFLOW = 1 << 3;
    static final long INEXACT = 1 << 4;
    static final long INPUT_DENORMAL = 1 << 7;
    static final long SATURATED = 1 << 27;

    private FloatFormat() { }

    static int fractionBits(int bits) {
        return bits == 64 ? 52 : bits == 32 ? 23 : 10;
    }

    static int bias(int bits) {
        return bits == 64 ? 1023 : bits == 32 ? 127 : 15;
    }

    static long signBit(int bits) {
        return 1L << (bits - 1);
    }

    static long infinity(int bits) {
        return bits == 64 ? 0x7FF0_0000_0000_0000L : bits == 32 ? 0x7F80_0000L : 0x7C00L;
    }

    static long defaultNan(int bits) {
        return bits == 64 ? 0x7FF8_0000_0000_0000L : bits == 32 ? 0x7FC0_0000L : 0x7E00L;
    }

    private static long quietBit(int bits) {
        return 1L << (fractionBits(bits) - 1);
    }

    static long magnitude(int bits, long a) {
        return a & (signBit(bits) - 1);
    }

    static boolean isNegative(int bits, long a) {
        return (a & signBit(bits)) != 0;
    }

    static long zero(int bits, boolean isNegative) {
        return isNegative ? signBit(bits) : 0;
    }

    static long infinity(int bits, boolean isNegative) {
        return infinity(bits) | zero(bits, isNegative);
    }

    static boolean isNan(int bits, long a) {
        return magnitude(bits, a) > infinity(bits);
    }

    static boolean isSignalling(int bits, long a) {
        return isNan(bits, a) && (a & quietBit(bits)) == 0;
    }

    static boolean isInfinity(int bits, long a) {
        return magnitude(bits, a) == infinity(bits);
    }

    static boolean isZero(int bits, long a) {
        return magnitude(bits, a) == 0;
    }

    static boolean flushes(Cpu cpu, int bits) {
        return (cpu.fpcr & (bits == 16 ? FPCR_FZ16 : FPCR_FZ)) != 0;
    }

    /// a, or a zero in place of a denormal if the mode is so.
    static long flushed(Cpu cpu, int bits, long a) {
        long m = magnitude(bits, a);
        if (m == 0 || m >>> fractionBits(bits) != 0 || !flushes(cpu, bits)) return a;
        if (bits != 16) cpu.fpsr |= INPUT_DENORMAL;
        return a & signBit(bits);
    }

    static long negated(int bits, long a) {
        return a ^ signBit(bits);
    }

    /// The result of an operation that has none.
    static long invalid(Cpu cpu, int bits) {
        cpu.fpsr |= INVALID;
        return defaultNan(bits);
    }

    /// The NaN that a, a NaN, leads to.
    static long processNan(Cpu cpu, int bits, long a) {
        if (isSignalling(bits, a)) cpu.fpsr |= INVALID;
        return (cpu.fpcr & FPCR_DN) != 0 ? defaultNan(bits) : a | quietBit(bits);
    }

    /// The NaN that a and b, one of them a NaN, lead to: the first signalling one, or the first.
    static long processNans(Cpu cpu, int bits, long a, long b) {
        boolean isFirst = isSignalling(bits, a) || !isSignalling(bits, b) && isNan(bits, a);
        return processNan(cpu, bits, isFirst ? a : b);
    }

    static long processNans(Cpu cpu, int bits, long a, long b, long c) {
        if (isSignalling(bits, a)) return processNan(cpu, bits, a);
        if (isSignalling(bits, b) || isSignalling(bits, c)) return processNans(cpu, bits, b, c);
        return isNan(bits, a) ? processNan(cpu, bits, a) : processNans(cpu, bits, b, c);
    }

    /// The exponent of a finite value other than 0: the power of two of its highest bit.
    static int exponent(int bits, long a) {
        long m = magnitude(bits, a);
        int biased = (int) (m >>> fractionBits(bits));
        if (biased != 0) return biased - bias(bits);
        return 63 - Long.numberOfLeadingZeros(m) - fractionBits(bits) + 1 - bias(bits);
    }

    /// The significand of a finite value other than 0, its highest bit moved to bit 62.
    static long significand(int bits, long a) {
        long m = magnitude(bits, a);
        int f = fractionBits(bits);
        if (m >>> f == 0) return m << (Long.numberOfLeadingZeros(m) - 1);
        return (m & ((1L << f) - 1) | 1L << f) << (62 - f);
    }
}
