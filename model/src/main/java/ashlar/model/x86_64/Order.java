package ashlar.model.x86_64;

/// Comparison of numbers of 32 and 64 bits.
final class Order {
    static final int UNORDERED = 2;

    private Order() { }

    /// -1, 0 or 1. Requires: neither is a NaN.
    static int compare(int bits, long a, long b) {
        if (Format.isZero(bits, a) && Format.isZero(bits, b)) return 0;
        return Long.compare(rank(bits, a), rank(bits, b));
    }

    private static long rank(int bits, long v) {
        return Format.sign(bits, v) ? -Format.magnitude(bits, v) : Format.magnitude(bits, v);
    }

    /// -1, 0, 1 or [#UNORDERED].
    /// @param isSignalling whether each NaN is invalid, not only a signalling one
    static int compare(Mxcsr m, int bits, long first, long second, boolean isSignalling) {
        boolean isUnordered = Format.isNaN(bits, first) || Format.isNaN(bits, second);
        boolean isInvalid = isUnordered && isSignalling || Format.isSignalling(bits, first)
            || Format.isSignalling(bits, second);
        if (isInvalid) m.meet(Mxcsr.INVALID);
        if (isUnordered) return UNORDERED;
        return compare(bits, FloatingPoint.input(m, bits, first), FloatingPoint.input(m, bits, second));
    }
}
