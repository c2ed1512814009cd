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
        Extended.round(f, f.precision(), false, exponent >> 1, root, isExact(root, high, low) ? 0 : 1);
    }

    private static boolean isExact(long r, long high, long low) {
        return Math.unsignedMultiplyHigh(r, r) == high && r * r == low;
    }

    /// Whether r * r is at most high:low.
    private static boolean isSquareWithin(long r, long high, long low) {
        int order = Long.compareUnsigned(Math.unsignedMultiplyHigh(r, r), high);
        return order < 0 || order == 0 && Long.compareUnsigned(r * r, low) <= 0;
    }
}
