package ashlar.model.aarch64;

/// Elements of 8 to 64 bits in the halves of vector registers.
final class Lanes {
    private Lanes() { }

    static long mask(int bits) {
        return -1L >>> (64 - bits);
    }

    /// Element i of one half, zero-extended.
    static long get(long word, int bits, int i) {
        return word >>> i * bits & mask(bits);
    }

    /// Element i of a vector, zero-extended.
    static long get(long low, long high, int bits, int i) {
        int perHalf = 64 / bits;
        return i < perHalf ? get(low, bits, i) : get(high, bits, i - perHalf);
    }

    /// One half, all 0 but for element i.
    static long at(long value, int bits, int i) {
        return (value & mask(bits)) << i * bits;
    }

    static long signed(long value, int bits) {
        return value << (64 - bits) >> (64 - bits);
    }

    /// value, of which the lowest bits count, extended to 64 bits.
    static long extended(long value, int bits, boolean isSigned) {
        return isSigned ? signed(value, bits) : value & mask(bits);
    }

    /// Log2 of bytes as bits.
    static int bits(int sizeLog) {
        return 8 << sizeLog;
    }

    static int sizeLog(int bits) {
        return 28 - Integer.numberOfLeadingZeros(bits);
    }
}
