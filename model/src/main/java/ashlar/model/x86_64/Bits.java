package ashlar.model.x86_64;

/// The lowest 8, 16, 32 or 64 bits of a word.
final class Bits {
    private Bits() { }

    static long mask(int bits) {
        return -1L >>> -bits;
    }

    static long zeroExtend(long v, int bits) {
        return v & -1L >>> -bits;
    }

    static long signExtend(long v, int bits) {
        return v << -bits >> -bits;
    }

    static long topBit(int bits) {
        return 1L << bits - 1;
    }
}
