package ashlar.refinement.trial.sample;

/// Arithmetic on ints and longs.
public final class Ints {
    private Ints() { }

    public static int add(int a, int b) {
        return a + b;
    }

    public static int polynomial(int a, int b) {
        return 3 * a * a - 7 * b + (a - b) * 5 + 1;
    }

    public static long addLong(long a, long b) {
        return a + b - 3 * a;
    }

    public static long multiplyLong(long a, long b) {
        return a * b + 7 * a;
    }

    public static int divide(int a, int b) {
        return a / b;
    }

    public static int remainder(int a, int b) {
        return a % b;
    }

    public static long divideLong(long a, long b) {
        return a / b - a % b;
    }

    public static int divideByConstants(int a) {
        return a / 7 + a % 10 + a / -1 + a / 16 % 4;
    }

    public static int negate(int a) {
        return -a - -(-a);
    }

    public static long negateLong(long a) {
        return -a;
    }

    public static int bits(int a, int b) {
        return (a & b) ^ (a | ~b) ^ (a & 0xff00) ^ (b | 0x0ff0);
    }

    public static long bitsLong(long a, long b) {
        return (a & ~b) | (b & 0x00ff_0000_ff00_00ffL) ^ (a | 0xf0f0L);
    }

    public static int shifts(int a, int b) {
        return (a << b) + (a >> b) + (a >>> b);
    }

    public static long shiftsLong(long a, int b) {
        return (a << b) + (a >> b) + (a >>> b);
    }

    public static long shiftsLongByLong(long a, long b) {
        return (a << b) ^ (a >> b) ^ (a >>> b);
    }

    public static int shiftsByConstants(int a) {
        return (a << 3) ^ (a >> 5) ^ (a >>> 7) ^ (a << 32) ^ (a >>> 31) ^ (a >> -1) ^ (a << 33);
    }

    public static long shiftsLongByConstants(long a) {
        return (a << 13) ^ (a >> 45) ^ (a >>> 60) ^ (a << 64) ^ (a >>> 63) ^ (a >> 32);
    }

    public static long packed(int a, int b, byte c, short d) {
        return (a & 0xffff_ffffL) << 32 | (b & 0xffL) << 24 | (c & 0xffL) << 16 | d & 0xffffL;
    }

    public static int unpacked(long w) {
        int low = (int) w;
        int high = (int) (w >>> 32);
        int mid = (int) (w >>> 20 & 0xfff);
        return (low ^ high) + mid + (int) (w >> 60);
    }

    public static long fieldReplaced(long w, int field) {
        return w & ~(0x3fL << 9) | (field & 0x3fL) << 9;
    }

    public static int conversions(int a, long b) {
        return (byte) a + (short) a + (char) a + (int) b + (byte) b + (char) (b >> 3);
    }

    public static long widened(int a, byte b, short c, char d, boolean e) {
        return a + (long) b * 3 + c - d + (e ? 1L : 0L);
    }

    public static boolean compared(int a, int b) {
        return a < b ? a != b : a >= b & a != b | a == b;
    }

    public static int comparedLong(long a, long b) {
        int less = a < b ? 1 : 0;
        int lessOrEqual = a <= b ? 2 : 0;
        int greater = a > b ? 4 : 0;
        int greaterOrEqual = a >= b ? 8 : 0;
        int equal = a == b ? 16 : 0;
        return less + lessOrEqual + greater + greaterOrEqual + equal + (a != b ? 32 : 0);
    }

    public static int comparedWithZero(int a) {
        int sign = a < 0 ? 1 : 0;
        if (a <= 0) sign += 2;
        if (a > 0) sign += 4;
        if (a >= 0) sign += 8;
        if (a == 0) sign += 16;
        if (a != 0) sign += 32;
        return sign;
    }

    public static boolean comparedWithConstants(long a) {
        return a == 5 || a > 100 && a < 200 || a != -3 && a <= Long.MIN_VALUE + 1;
    }

    public static boolean logic(boolean a, boolean b, boolean c) {
        return (a & b | c ^ a) != (!b && (c || a));
    }

    public static int logicAsNumbers(int a, int b) {
        boolean p = a > b;
        boolean q = (a ^ b) < 0;
        boolean r = p & q;
        boolean s = p | q;
        return (r ? 10 : 20) + (s ^ p ? 1 : 2);
    }

    public static int increments(int a) {
        int b = a++;
        b += ++a;
        b -= a--;
        a += 1000;
        return a * b;
    }

    public static short compound(short a, byte b) {
        short s = a;
        s += b;
        s <<= 2;
        s >>>= 1;
        s ^= 0x55;
        return s;
    }

    public static char narrowChar(int a) {
        char c = (char) (a * 31);
        c++;
        return c;
    }

    public static byte narrowByte(long a) {
        byte b = (byte) (a >>> 4);
        b -= 3;
        return b;
    }

    public static int extremes(int a) {
        return a == Integer.MIN_VALUE ? Integer.MAX_VALUE : a == Integer.MAX_VALUE ? Integer.MIN_VALUE : -a;
    }

    public static long sumOfEquals(long a, long b) {
        return a + 8 == b + 8 ? 1 : a - b == 3 ? 2 : a - 5 == b ? 3 : 2 * a == 2 * b ? 4 : 5;
    }

    public static boolean unsignedLess(long a, long b) {
        return a + Long.MIN_VALUE < b + Long.MIN_VALUE;
    }

    public static boolean wordsAligned(long a) {
        return (a & 7) == 0 && (a & -8) == a && (a >>> 3 << 3) == a;
    }
}
