package ashlar.refinement.trial.sample;

/// Methods of the JDK.
public final class Jdk {
    private Jdk() { }

    public static int minMax(int a, int b) {
        return Math.min(a, b) * 3 + Math.max(a, b);
    }

    public static long minMaxLong(long a, long b) {
        return Math.min(a, b) * 3 + Math.max(a, b);
    }

    public static int abs(int a) {
        return Math.abs(a);
    }

    public static int addExact(int a, int b) {
        return Math.addExact(a, b);
    }

    public static long addExactLong(long a, long b) {
        return Math.addExact(a, b);
    }

    public static int subtractExact(int a, int b) {
        return Math.subtractExact(a, b);
    }

    public static int multiplyExact(int a, int b) {
        return Math.multiplyExact(a, b);
    }

    public static int negateExact(int a) {
        return Math.negateExact(a) + Math.incrementExact(a);
    }

    public static int toIntExact(long a) {
        return Math.toIntExact(a);
    }

    public static int floorDiv(int a, int b) {
        return Math.floorDiv(a, b) + Math.floorMod(a, b);
    }

    public static int clamp(long a) {
        return Math.clamp(a, -5, 9);
    }

    public static int leadingZeros(int a) {
        return Integer.numberOfLeadingZeros(a);
    }

    public static int trailingZeros(int a) {
        return Integer.numberOfTrailingZeros(a);
    }

    public static int leadingZerosLong(long a) {
        return Long.numberOfLeadingZeros(a);
    }

    public static int trailingZerosLong(long a) {
        return Long.numberOfTrailingZeros(a);
    }

    public static int bitCounts(int a, long b) {
        return Integer.bitCount(a) * 100 + Long.bitCount(b);
    }

    public static int compare(int a, int b) {
        return Integer.compare(a, b) + 10 * Integer.compareUnsigned(a, b);
    }

    public static int compareLong(long a, long b) {
        return Long.compare(a, b) + 10 * Long.compareUnsigned(a, b);
    }

    public static boolean unsignedOrder(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 == Long.compareUnsigned(b, a) > 0;
    }

    public static int unsignedDivision(int a, int b) {
        return Integer.divideUnsigned(a, b) ^ Integer.remainderUnsigned(a, b);
    }

    public static long unsignedDivisionLong(long a, long b) {
        return Long.divideUnsigned(a, b) ^ Long.remainderUnsigned(a, b);
    }

    public static long toUnsignedLong(int a) {
        return Integer.toUnsignedLong(a) + 1;
    }

    public static int rotations(int a, int by) {
        return Integer.rotateLeft(a, by) ^ Integer.rotateRight(a, 7);
    }

    public static long rotationsLong(long a, int by) {
        return Long.rotateRight(a, by) + Long.rotateLeft(a, 13);
    }

    public static int reversed(int a) {
        return Integer.reverse(a) ^ Integer.reverseBytes(a);
    }

    public static long reversedLong(long a) {
        return Long.reverse(a) + Long.reverseBytes(a);
    }

    public static long highestBits(long a, int b) {
        return Long.highestOneBit(a) ^ Integer.lowestOneBit(b);
    }

    public static int signum(int a, long b) {
        return Integer.signum(a) * 2 + Long.signum(b);
    }
}
