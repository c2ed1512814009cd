package ashlar.model.x86_64;

/// IEEE 754 single (32 bits) and double (64 bits): the fields, and numbers taken apart. A finite number other
/// than zero is +-significand * 2^(exponent - 63), the significand's top bit set.
final class Format {
    private Format() { }

    /// Bits of the fraction.
    static int fraction(int bits) {
        return bits == 32 ? 23 : 52;
    }

    /// The greatest biased exponent, of infinities and NaNs.
    static int most(int bits) {
        return bits == 32 ? 0xff : 0x7ff;
    }

    static int bias(int bits) {
        return bits == 32 ? 127 : 1023;
    }

    static boolean sign(int bits, long v) {
        return (v >>> bits - 1 & 1) != 0;
    }

    static int biased(int bits, long v) {
        return (int) (v >>> fraction(bits)) & most(bits);
    }

    static long magnitude(int bits, long v) {
        return v & Bits.mask(bits) >>> 1;
    }

    static boolean isNaN(int bits, long v) {
        return magnitude(bits, v) > infinity(bits, false);
    }

    static boolean isSignalling(int bits, long v) {
        return isNaN(bits, v) && (v >>> fraction(bits) - 1 & 1) == 0;
    }

    static boolean isInfinite(int bits, long v) {
        return magnitude(bits, v) == infinity(bits, false);
    }

    static boolean isZero(int bits, long v) {
        return magnitude(bits, v) == 0;
    }

    static boolean isDenormal(int bits, long v) {
        return biased(bits, v) == 0 && !isZero(bits, v);
    }

    /// Neither NaN, infinite nor denormal.
    static boolean isOrdinary(int bits, long v) {
        int e = biased(bits, v);
        return e != most(bits) && (e != 0 || isZero(bits, v));
    }

    /// Not near overflow or underflow, and no zero.
    static boolean isInside(int bits, long v) {
        int e = biased(bits, v);
        return e > 1 && e != most(bits);
    }

    static long zero(int bits, boolean isNegative) {
        return isNegative ? Bits.topBit(bits) : 0;
    }

    static long infinity(int bits, boolean isNegative) {
        return zero(bits, isNegative) | (long) most(bits) << fraction(bits);
    }

    /// The NaN that an invalid operation yields.
    static long defaultNaN(int bits) {
        return infinity(bits, true) | 1L << fraction(bits) - 1;
    }

    static long quiet(int bits, long v) {
        return v | 1L << fraction(bits) - 1;
    }

    /// Requires: v is finite and not zero.
    static long significand(int bits, long v) {
        long f = v & Bits.mask(fraction(bits));
        return biased(bits, v) == 0 ? f << Long.numberOfLeadingZeros(f)
            : (f | 1L << fraction(bits)) << 63 - fraction(bits);
    }

    /// Requires: v is finite and not zero.
    static int exponent(int bits, long v) {
        long f = v & Bits.mask(fraction(bits));
        return biased(bits, v) == 0 ? 64 - Long.numberOfLeadingZeros(f) - fraction(bits) - bias(bits)
            : biased(bits, v) - bias(bits);
    }
}
