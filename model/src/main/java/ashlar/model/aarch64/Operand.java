package ashlar.model.aarch64;

/// Operands that are computed on the way in: shifted and extended registers, bit masks.
final class Operand {
    static final int LSL = 0;
    static final int LSR = 1;
    static final int ASR = 2;
    static final int ROR = 3;

    private Operand() { }

    /// @param amount below 64, or below 32 if not is64
    static long shift(boolean is64, long value, int type, int amount) {
        return is64 ? shift64(value, type, amount) : shift32((int) value, type, amount) & 0xFFFF_FFFFL;
    }

    private static long shift64(long value, int type, int amount) {
        return switch (type) {
            case LSL -> value << amount;
            case LSR -> value >>> amount;
            case ASR -> value >> amount;
            default  -> Long.rotateRight(value, amount);
        };
    }

    private static int shift32(int value, int type, int amount) {
        return switch (type) {
            case LSL -> value << amount;
            case LSR -> value >>> amount;
            case ASR -> value >> amount;
            default  -> Integer.rotateRight(value, amount);
        };
    }

    /// UXTB, UXTH, UXTW, UXTX, SXTB, SXTH, SXTW, SXTX.
    static long extend(long value, int type, int amount) {
        return switch (type) {
            case 0  -> (value & 0xFF) << amount;
            case 1  -> (value & 0xFFFF) << amount;
            case 2  -> (value & 0xFFFF_FFFFL) << amount;
            case 4  -> Lanes.signed(value, 8) << amount;
            case 5  -> Lanes.signed(value, 16) << amount;
            case 6  -> (long) (int) value << amount;
            default -> value << amount;
        };
    }

    /// Whether N, imms and immr name a bit mask.
    static boolean isBitMask(boolean is64, int n, int imms) {
        int length = 31 - Integer.numberOfLeadingZeros(n << 6 | ~imms & 0x3F);
        if (length < 1 || !is64 && n == 1) return false;
        int levels = (1 << length) - 1;
        return (imms & levels) != levels;
    }

    /// A run of ones, rotated and repeated: the mask that N, imms and immr name.
    static long bitMask(boolean is64, int n, int imms, int immr) {
        int length = 31 - Integer.numberOfLeadingZeros(n << 6 | ~imms & 0x3F);
        int size = 1 << length;
        int ones = (imms & (size - 1)) + 1;
        int rotation = immr & (size - 1);
        long element = -1L >>> (64 - ones);
        long rotated = rotation == 0 ? element : element >>> rotation | element << (size - rotation);
        long mask = replicate(size == 64 ? rotated : rotated & ((1L << size) - 1), size);
        return is64 ? mask : mask & 0xFFFF_FFFFL;
    }

    /// The lowest size bits repeated to 64, the others being 0; size is a power of two.
    static long replicate(long element, int size) {
        long by2 = size < 4 ? element | element << 2 : element;
        long by4 = size < 8 ? by2 | by2 << 4 : by2;
        long by8 = size < 16 ? by4 | by4 << 8 : by4;
        long by16 = size < 32 ? by8 | by8 << 16 : by8;
        return size < 64 ? by16 | by16 << 32 : by16;
    }
}
