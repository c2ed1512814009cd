package ashlar.model.aarch64;

/// Shifts of elements by amounts that may be negative or greater than the element.
final class LaneShift {
    private LaneShift() { }

    /// value >> amount, both in 64 bits, as if in unlimited ones; 1 <= amount.
    static long right(long value, boolean isSigned, int amount, boolean rounds) {
        long carry = rounds ? lastBitLost(value, isSigned, amount) : 0;
        if (amount >= 64) return (isSigned ? value >> 63 : 0) + carry;
        return (isSigned ? value >> amount : value >>> amount) + carry;
    }

    private static long lastBitLost(long value, boolean isSigned, int amount) {
        if (amount > 64) return isSigned && value < 0 ? 1 : 0;
        return value >>> (amount - 1) & 1;
    }

    /// SSHL, USHL, SRSHL, URSHL, SQSHL, UQSHL, SQRSHL, UQRSHL.
    /// @param a     the element, zero-extended
    /// @param shift to the left
    static long byRegister(Cpu cpu, int bits, boolean isSigned, long a, int shift, boolean rounds,
                           boolean saturates) {
        if (shift < 0) return right(Lanes.extended(a, bits, isSigned), isSigned, -shift, rounds);
        if (saturates) return Saturation.shiftLeft(cpu, bits, isSigned, a, shift);
        return shift >= bits ? 0 : a << shift;
    }
}
