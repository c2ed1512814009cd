package ashlar.model.word;

/// Unsigned 64-bit words: slices, alignment, comparison. Bit 0 is the lowest.
public final class Word {
    private Word() { }

    public static final long BITS = 64;

    /// The lowest n bits set, 0 <= n <= 64.
    public static long mask(long n) {
        return n == 64 ? -1 : (1L << n) - 1;
    }

    /// Bits hi down to lo of w, both included, moved to bit 0; 0 if hi is lo - 1.
    public static long bits(long w, long hi, long lo) {
        return (w >>> lo) & mask(hi - lo + 1);
    }

    /// Whether bit n of w is set.
    public static boolean bit(long w, long n) {
        return ((w >>> n) & 1) == 1;
    }

    /// w with bits hi down to lo replaced by the lowest bits of v.
    public static long insert(long w, long hi, long lo, long v) {
        return (w & ~(mask(hi - lo + 1) << lo)) | ((v & mask(hi - lo + 1)) << lo);
    }

    /// The number of the highest bit set in w, which is not 0.
    public static long highestBit(long w) {
        return 63L - Long.numberOfLeadingZeros(w);
    }

    /// The greatest multiple of 2^bits that is not above a.
    public static long alignDown(long a, long bits) {
        return a & ~mask(bits);
    }

    /// Whether a is a multiple of 2^bits.
    public static boolean isAligned(long a, long bits) {
        return (a & mask(bits)) == 0;
    }

    /// a < b, unsigned.
    public static boolean ult(long a, long b) {
        return Long.compareUnsigned(a, b) < 0;
    }

    /// a <= b, unsigned.
    public static boolean ule(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0;
    }
}
