package ashlar.model.x86_64;

/// Square roots, digit by digit.
final class Root {
    private Root() { }

    /// The root of significand * 2^(exponent - 63).
    static long of(Mxcsr m, int bits, long significand, int exponent) {
        boolean isOdd = (exponent & 1) != 0;
        long radicand = isOdd ? significand : significand >>> 1;
        int scale = isOdd ? exponent - 63 : exponent - 62;
        long root = 0;
        long rest = 0;
        for (int i = 62; i >= -56; i -= 2) {
            rest = rest << 2 | (i >= 0 ? radicand >>> i & 3 : 0);
            long trial = root << 2 | 1;
            boolean fits = rest >= trial;
            rest -= fits ? trial : 0;
            root = root << 1 | (fits ? 1 : 0);
        }
        return Rounding.round(m, bits, false, (scale - 56) / 2 + 59, root << 4, rest == 0 ? 0 : 1);
    }
}
