package ashlar.model.x86_64;

/// Conversions of 80-bit numbers: results that are 80-bit numbers go to the unit.
final class ExtendedConversion {
    private ExtendedConversion() { }

    static void fromInteger(X87 f, long v) {
        long magnitude = Math.abs(v);
        int n = Long.numberOfLeadingZeros(magnitude);
        if (v == 0) Extended.set(f, 0, 0);
        else Extended.set(f, (v < 0 ? 0x8000 : 0) | Extended.BIAS + 63 - n, magnitude << n);
    }

    /// From 32 or 64 bits: exact; a signalling NaN stays one.
    static void fromFloat(X87 f, int bits, long v) {
        long sign = Format.sign(bits, v) ? 0x8000 : 0;
        long fraction = v << 63 - Format.fraction(bits) & Long.MAX_VALUE;
        if (Format.biased(bits, v) == Format.most(bits)) {
            Extended.set(f, sign | Extended.MOST, fraction | Extended.ONE);
        } else if (Format.isZero(bits, v)) {
            Extended.set(f, sign, 0);
        } else {
            if (Format.isDenormal(bits, v)) f.environment.meet(Mxcsr.DENORMAL);
            Extended.set(f, sign | Format.exponent(bits, v) + Extended.BIAS, Format.significand(bits, v));
        }
    }

    /// To 32 or 64 bits.
    static long toFloat(X87 f, int bits, long a, long b) {
        Mxcsr m = f.environment;
        boolean isNegative = Extended.sign(a);
        if (Extended.isUnsupported(a, b)) {
            m.meet(Mxcsr.INVALID);
            return Format.defaultNaN(bits);
        }
        if (Extended.isSignalling(a, b)) m.meet(Mxcsr.INVALID);
        if (Extended.isNaN(a, b))
            return Format.quiet(bits,
                Format.infinity(bits, isNegative) | b << 1 >>> 64 - Format.fraction(bits));
        if (Extended.isInfinite(a, b)) return Format.infinity(bits, isNegative);
        if (Extended.isZero(a, b)) return Format.zero(bits, isNegative);
        return Rounding.round(m, bits, isNegative, Extended.exponent(a, b), Extended.significand(b), 0);
    }

    /// The nearest integer of so many bits; the least one, if there is none.
    static long toInteger(X87 f, int bits, long a, long b, int mode) {
        Mxcsr m = f.environment;
        if (Extended.isZero(a, b)) return 0;
        boolean isFinite = (a & Extended.MOST) != Extended.MOST && !Extended.isUnsupported(a, b);
        int exponent = isFinite ? Extended.exponent(a, b) : 64;
        boolean isNegative = Extended.sign(a);
        if (exponent > 63) return indefinite(m, bits);
        long significand = Extended.significand(b);
        long magnitude = Rounding.shifted(mode, isNegative, significand, 0, 63 - exponent);
        long result = isNegative ? -magnitude : magnitude;
        boolean isWrong = result != 0 && result < 0 != isNegative || result != Bits.signExtend(result, bits);
        if (isWrong) return indefinite(m, bits);
        if (Rounding.isInexact(significand, 0, 63 - exponent)) noteInexact(m, significand, 63 - exponent,
            magnitude);
        return result;
    }

    private static void noteInexact(Mxcsr m, long significand, int shift, long rounded) {
        boolean grows = rounded != Rounding.shifted(Mxcsr.TOWARDS_ZERO, false, significand, 0, shift);
        m.meet(grows ? Mxcsr.PRECISION | Mxcsr.GROWN : Mxcsr.PRECISION);
    }

    private static long indefinite(Mxcsr m, int bits) {
        m.meet(Mxcsr.INVALID);
        return Bits.signExtend(Bits.topBit(bits), bits);
    }

    /// Without its fraction, as rounding control says.
    static void toIntegral(X87 f, long a, long b) {
        if (Extended.settles(f, a, b, a, b)) return;
        boolean isWhole = Extended.isZero(a, b) || (a & Extended.MOST) >= Extended.BIAS + 63;
        if (isWhole) {
            Extended.set(f, a, b);
            return;
        }
        int shift = 63 - Extended.exponent(a, b);
        long significand = Extended.significand(b);
        boolean isNegative = Extended.sign(a);
        if (Rounding.isInexact(significand, 0, shift))
            Rounding.noteInexact(f.environment, isNegative, significand, 0, shift);
        long magnitude = Rounding.shifted(f.environment.rounding(), isNegative, significand, 0, shift);
        fromInteger(f, magnitude);
        Extended.set(f, f.resultSignExponent | a & 0x8000, f.resultSignificand);
    }
}
