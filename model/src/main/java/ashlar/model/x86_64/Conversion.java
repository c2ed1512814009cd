package ashlar.model.x86_64;

/// Conversions between integers and numbers of 32 and 64 bits.
final class Conversion {
    private Conversion() { }

    static long fromInteger(Mxcsr m, int bits, long v) {
        if (v == 0) return 0;
        long magnitude = Math.abs(v);
        int n = Long.numberOfLeadingZeros(magnitude);
        return Rounding.round(m, bits, v < 0, 63 - n, magnitude << n, 0);
    }

    /// The integer nearest to v; the least one, if there is none in range.
    /// @param bits   of v
    /// @param target bits of the integer: 32 or 64
    static long toInteger(Mxcsr m, int bits, long v, int target, int mode) {
        if (Format.biased(bits, v) == Format.most(bits)) return indefinite(m, target);
        long a = m.denormalsAreZeros() && Format.isDenormal(bits, v) ? 0 : v;
        if (Format.isZero(bits, a)) return 0;
        int exponent = Format.exponent(bits, a);
        boolean isNegative = Format.sign(bits, a);
        if (exponent > 63) return indefinite(m, target);
        long significand = Format.significand(bits, a);
        int shift = 63 - exponent;
        long magnitude = shift == 0 ? significand : Rounding.shifted(mode, isNegative, significand, 0, shift);
        long result = isNegative ? -magnitude : magnitude;
        boolean isWrong = result != 0 && result < 0 != isNegative
            || result != Bits.signExtend(result, target);
        if (isWrong) return indefinite(m, target);
        if (shift != 0 && Rounding.isInexact(significand, 0, shift)) m.meet(Mxcsr.PRECISION);
        return result;
    }

    private static long indefinite(Mxcsr m, int target) {
        m.meet(Mxcsr.INVALID);
        return Bits.signExtend(Bits.topBit(target), target);
    }

    /// A number of 32 bits as one of 64, or the other way round.
    /// @param bits of v
    static long resize(Mxcsr m, int bits, long v) {
        int target = 96 - bits;
        boolean isNegative = Format.sign(bits, v);
        if (Format.isNaN(bits, v)) return resizeNaN(m, bits, v);
        if (Format.isInfinite(bits, v)) return Format.infinity(target, isNegative);
        long a = FloatingPoint.input(m, bits, v);
        if (Format.isZero(bits, a)) return Format.zero(target, isNegative);
        return Rounding.round(m, target, isNegative, Format.exponent(bits, a), Format.significand(bits, a),
            0);
    }

    private static long resizeNaN(Mxcsr m, int bits, long v) {
        if (Format.isSignalling(bits, v)) m.meet(Mxcsr.INVALID);
        int target = 96 - bits;
        long fraction = v << 64 - Format.fraction(bits) >>> 64 - Format.fraction(target);
        return Format.quiet(target, Format.infinity(target, Format.sign(bits, v)) | fraction);
    }

    /// v without its fraction.
    static long toIntegral(Mxcsr m, int bits, long v, int mode, boolean noPrecision) {
        if (Format.isSignalling(bits, v)) m.meet(Mxcsr.INVALID);
        if (Format.isNaN(bits, v)) return Format.quiet(bits, v);
        boolean isNegative = Format.sign(bits, v);
        long a = Format.isDenormal(bits, v) && m.denormalsAreZeros() ? Format.zero(bits, isNegative) : v;
        if (Format.isZero(bits, a) || Format.biased(bits, a) == Format.most(bits)) return a;
        int exponent = Format.exponent(bits, a);
        if (exponent >= Format.fraction(bits)) return a;
        int shift = 63 - exponent;
        long significand = Format.significand(bits, a);
        if (!noPrecision && Rounding.isInexact(significand, 0, shift)) m.meet(Mxcsr.PRECISION);
        long magnitude = Rounding.shifted(mode, isNegative, significand, 0, shift);
        return Format.zero(bits, isNegative) | (magnitude == 0 ? 0 : fromInteger(m, bits, magnitude));
    }
}
