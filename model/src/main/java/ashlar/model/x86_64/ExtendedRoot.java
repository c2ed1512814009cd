package ashlar.model.x86_64;

/// Square roots of 80-bit numbers, digit by digit.
final class ExtendedRoot {
    private ExtendedRoot() { }

    /// The root of significand * 2^(exponent - 63), to 64 bits and a rest.
    static void of(X87 f, long significand, int exponent) {
        boolean isOdd = (exponent & 1) != 0;
        long high = isOdd ? significand : significand >>> 1;
        long low = isOdd ? 0 : significand << 63;
        long root = 0;
        for (int i = 63; i >= 0; i--) {
            long trial = root | 1L << i;
            if (isSquareWithin(trial, high, low)) root = trial;
        }
        Extended.round(f, f.precision(), false, exponent >> 1, root, rest(root, high, low));
    }

    /// What follows the root's bits: its top bit tells whether the next half fits, too.
    private static long rest(long r, long high, long low) {
        long rest = low - r * r;
        boolean isWide = Math.unsignedMultiplyHigh(r, r)
            + (Long.compareUnsigned(low, r * r) < 0 ? 1 : 0) != high;
        boolean isOverHalf = isWide || Long.compareUnsigned(rest, r) > 0;
        return isOverHalf ? 1L << 63 | 1 : rest == 0 ? 0 : 1;
    }

    /// Whether r * r is at most high:low.
    private static boolean isSquareWithin(long r, long high, long low) {
        int order = Long.compareUnsigned(Math.unsignedMultiplyHigh(r, r), high);
        return order < 0 || order == 0 && Long.compareUnsigned(r * r, low) <= 0;
    }
}
