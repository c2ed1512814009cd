package ashlar.model.x86_64;

/// Rounding of exact results to a format, as MXCSR says.
final class Rounding {
    private Rounding() { }

    /// Whether the lowest kept bit grows.
    /// @param guard the first bit that is dropped
    /// @param rest  whether a further dropped bit is set
    private static boolean growsAt(int mode, boolean isNegative, boolean isOdd, boolean guard, boolean rest) {
        return switch (mode) {
            case Mxcsr.NEAREST -> guard && (rest || isOdd);
            case Mxcsr.DOWN    -> isNegative && (guard || rest);
            case Mxcsr.UP      -> !isNegative && (guard || rest);
            default            -> false;
        };
    }

    /// high:low without its lowest 64 + shift bits, rounded.
    static long shifted(int mode, boolean isNegative, long high, long low, int shift) {
        if (shift == 0) return high
            + (growsAt(mode, isNegative, (high & 1) != 0, low < 0, low << 1 != 0) ? 1 : 0);
        long kept = shift >= 64 ? 0 : high >>> shift;
        boolean guard = shift <= 64 && (high >>> shift - 1 & 1) != 0;
        boolean rest = low != 0 || shift > 64 || shift > 1 && (high & Bits.mask(shift - 1)) != 0;
        return kept + (growsAt(mode, isNegative, (kept & 1) != 0, guard, rest) ? 1 : 0);
    }

    /// Whether something is dropped there.
    static boolean isInexact(long high, long low, int shift) {
        return low != 0 || shift > 64 || shift > 0 && (high & Bits.mask(shift)) != 0;
    }

    /// Notes that something is dropped, and whether the rest grows for it.
    static void noteInexact(Mxcsr m, boolean isNegative, long high, long low, int shift) {
        long kept = shifted(m.rounding(), isNegative, high, low, shift);
        boolean grows = kept != shifted(Mxcsr.TOWARDS_ZERO, isNegative, high, low, shift);
        m.meet(grows ? Mxcsr.PRECISION | Mxcsr.GROWN : Mxcsr.PRECISION);
    }

    /// The number nearest to +-high:low * 2^(exponent - 127).
    /// @param high its top bit is set
    static long round(Mxcsr m, int bits, boolean isNegative, int exponent, long high, long low) {
        int shift = 63 - Format.fraction(bits);
        int biased = exponent + Format.bias(bits);
        if (biased <= 0) return roundTiny(m, bits, isNegative, biased, high, low);
        long kept = shifted(m.rounding(), isNegative, high, low, shift);
        if (isInexact(high, low, shift)) noteInexact(m, isNegative, high, low, shift);
        return pack(m, bits, isNegative, biased, kept);
    }

    /// @param kept the fraction with its leading one, which may have grown to the next power of two
    private static long pack(Mxcsr m, int bits, boolean isNegative, int biased, long kept) {
        long magnitude = ((long) biased - 1 << Format.fraction(bits)) + kept;
        if (biased <= Format.most(bits) && magnitude < Format.infinity(bits, false))
            return Format.zero(bits, isNegative) | magnitude;
        boolean isInfinite = m.rounding() == Mxcsr.NEAREST
            || m.rounding() == (isNegative ? Mxcsr.DOWN : Mxcsr.UP);
        m.meet(Mxcsr.OVERFLOW | Mxcsr.PRECISION | (isInfinite ? Mxcsr.GROWN : 0));
        return Format.infinity(bits, isNegative) - (isInfinite ? 0 : 1);
    }

    /// A number below the least normal one.
    private static long roundTiny(Mxcsr m, int bits, boolean isNegative, int biased, long high, long low) {
        int full = 63 - Format.fraction(bits);
        long unbounded = shifted(m.rounding(), isNegative, high, low, full);
        boolean isTiny = biased < 0 || unbounded >>> Format.fraction(bits) + 1 == 0;
        if (isTiny && m.flushesToZero()) {
            m.meet(Mxcsr.UNDERFLOW | Mxcsr.PRECISION);
            return Format.zero(bits, isNegative);
        }
        int shift = full + 1 - biased;
        boolean isInexact = isInexact(high, low, shift);
        if (isInexact) noteInexact(m, isNegative, high, low, shift);
        if (isTiny && (isInexact || !m.isUnderflowMasked())) m.meet(Mxcsr.UNDERFLOW);
        return Format.zero(bits, isNegative) | shifted(m.rounding(), isNegative, high, low, shift);
    }
}
