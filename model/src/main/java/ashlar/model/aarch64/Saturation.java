package ashlar.model.aarch64;

/// Arithmetic on elements that sets FPSR.QC instead of wrapping around. Operands and results are in the
/// lowest bits.
final class Saturation {
    private Saturation() { }

    private static long greatest(Cpu cpu, int bits) {
        cpu.fpsr |= FloatFormat.SATURATED;
        return Long.MAX_VALUE >> (64 - bits);
    }

    private static long least(Cpu cpu, int bits) {
        cpu.fpsr |= FloatFormat.SATURATED;
        return Long.MIN_VALUE >> (64 - bits) & Lanes.mask(bits);
    }

    private static long extreme(Cpu cpu, int bits, boolean isNegative) {
        return isNegative ? least(cpu, bits) : greatest(cpu, bits);
    }

    private static long allOnes(Cpu cpu, int bits) {
        cpu.fpsr |= FloatFormat.SATURATED;
        return Lanes.mask(bits);
    }

    private static long zero(Cpu cpu) {
        cpu.fpsr |= FloatFormat.SATURATED;
        return 0;
    }

    static long add(Cpu cpu, int bits, boolean isSigned, long a, long b) {
        int unused = 64 - bits;
        long x = a << unused;
        long y = b << unused;
        long sum = x + y;
        if (!isSigned) return Long.compareUnsigned(sum, x) < 0 ? allOnes(cpu, bits) : sum >>> unused;
        return ((x ^ sum) & (y ^ sum)) < 0 ? extreme(cpu, bits, x < 0) : sum >>> unused;
    }

    static long sub(Cpu cpu, int bits, boolean isSigned, long a, long b) {
        int unused = 64 - bits;
        long x = a << unused;
        long y = b << unused;
        long difference = x - y;
        if (!isSigned) return Long.compareUnsigned(x, y) < 0 ? zero(cpu) : difference >>> unused;
        return ((x ^ y) & (x ^ difference)) < 0 ? extreme(cpu, bits, x < 0) : difference >>> unused;
    }

    /// SUQADD: a is signed, b is not, the result is signed.
    static long addUnsignedToSigned(Cpu cpu, int bits, long a, long b) {
        int unused = 64 - bits;
        long x = a << unused;
        long sum = x + (b << unused);
        return Long.compare(sum, x) < 0 ? greatest(cpu, bits) : sum >>> unused;
    }

    /// USQADD: a is unsigned, b is signed, the result is unsigned.
    static long addSignedToUnsigned(Cpu cpu, int bits, long a, long b) {
        int unused = 64 - bits;
        long x = a << unused;
        long y = b << unused;
        long sum = x + y;
        if (y >= 0) return Long.compareUnsigned(sum, x) < 0 ? allOnes(cpu, bits) : sum >>> unused;
        return Long.compareUnsigned(sum, x) > 0 ? zero(cpu) : sum >>> unused;
    }

    static long shiftLeft(Cpu cpu, int bits, boolean isSigned, long a, int shift) {
        int unused = 64 - bits;
        long x = a << unused;
        if (x == 0) return 0;
        if (!isSigned) {
            boolean fits = shift < bits && x << shift >>> shift == x;
            return fits ? x << shift >>> unused : allOnes(cpu, bits);
        }
        boolean fits = shift < bits && x << shift >> shift == x;
        return fits ? x << shift >>> unused : extreme(cpu, bits, x < 0);
    }

    /// SQSHLU: a is signed, the result is not.
    static long shiftLeftToUnsigned(Cpu cpu, int bits, long a, int shift) {
        return Lanes.signed(a, bits) < 0 ? zero(cpu) : shiftLeft(cpu, bits, false, a, shift);
    }

    /// value as an element of half its width.
    /// @param isSigned whether value is, @param toSigned whether the result is
    static long narrow(Cpu cpu, int bits, long value, boolean isSigned, boolean toSigned) {
        if (!isSigned) return Long.compareUnsigned(value, Lanes.mask(bits)) > 0 ? allOnes(cpu, bits) : value;
        if (!toSigned && value < 0) return zero(cpu);
        if (!toSigned) return value > Lanes.mask(bits) ? allOnes(cpu, bits) : value;
        return Lanes.signed(value, bits) == value ? value & Lanes.mask(bits) : extreme(cpu, bits, value < 0);
    }

    static long negated(Cpu cpu, int bits, long a) {
        return sub(cpu, bits, true, 0, a);
    }

    static long absolute(Cpu cpu, int bits, long a) {
        return Lanes.signed(a, bits) < 0 ? negated(cpu, bits, a) : a;
    }

    /// SQDMULL: twice the product of two elements, twice as wide.
    static long doublingProduct(Cpu cpu, int bits, long a, long b) {
        long product = Lanes.signed(a, bits) * Lanes.signed(b, bits);
        return shiftLeft(cpu, 2 * bits, true, product, 1);
    }

    /// SQDMULH, SQRDMULH: the upper half of twice the product.
    static long doublingHigh(Cpu cpu, int bits, long a, long b, boolean rounds) {
        long product = Lanes.signed(a, bits) * Lanes.signed(b, bits);
        long high = product + (rounds ? 1L << (bits - 2) : 0) >> (bits - 1);
        return narrow(cpu, bits, high, true, true);
    }

    /// SQRDMLAH, SQRDMLSH: an element plus or minus twice the product, rounded, its upper half.
    static long doublingHighAccumulated(Cpu cpu, int bits, long addend, long a, long b, boolean isSub) {
        long product = Lanes.signed(a, bits) * Lanes.signed(b, bits);
        long sum = (Lanes.signed(addend, bits) << (bits - 1)) + (isSub ? -product : product)
            + (1L << (bits - 2));
        return narrow(cpu, bits, sum >> (bits - 1), true, true);
    }
}
