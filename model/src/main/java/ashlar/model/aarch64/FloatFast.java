package ashlar.model.aarch64;

/// Sums and products where the JVM's own arithmetic gives the same: rounding to nearest, no value on the way
/// that raises a flag other than INEXACT, and that one is set already. Exponents stay so far from both ends
/// that nothing overflows or is tiny.
final class FloatFast {
    private FloatFast() { }

    private static boolean isDefault(Cpu cpu) {
        return (cpu.fpsr & FloatFormat.INEXACT) != 0
            && (cpu.fpcr & (3L << 22 | FloatFormat.FPCR_FZ)) == 0;
    }

    /// Whether a's exponent is further from both ends than a quarter of the range.
    private static boolean isMiddling(int bits, long a) {
        int biased = bits == 64 ? (int) (a >>> 52) & 0x7FF : (int) (a >>> 23) & 0xFF;
        int quarter = bits == 64 ? 0x200 : 0x40;
        return biased > quarter && biased < 3 * quarter - 1;
    }

    static boolean applies(Cpu cpu, int bits, long a, long b) {
        return bits != 16 && isDefault(cpu) && isMiddling(bits, a) && isMiddling(bits, b);
    }

    static long add(int bits, long a, long b) {
        if (bits == 64)
            return Double.doubleToRawLongBits(Double.longBitsToDouble(a) + Double.longBitsToDouble(b));
        float sum = Float.intBitsToFloat((int) a) + Float.intBitsToFloat((int) b);
        return Float.floatToRawIntBits(sum) & 0xFFFF_FFFFL;
    }

    static long mul(int bits, long a, long b) {
        if (bits == 64)
            return Double.doubleToRawLongBits(Double.longBitsToDouble(a) * Double.longBitsToDouble(b));
        float product = Float.intBitsToFloat((int) a) * Float.intBitsToFloat((int) b);
        return Float.floatToRawIntBits(product) & 0xFFFF_FFFFL;
    }
}
