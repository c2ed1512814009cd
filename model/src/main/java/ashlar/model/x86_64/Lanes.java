package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.mask;
import static ashlar.model.x86_64.Bits.signExtend;
import static ashlar.model.x86_64.Bits.zeroExtend;

/// Operations on the lanes of 64 bits: 8 of 8 bits, 4 of 16, 2 of 32, or one.
final class Lanes {
    static final int ADD = 0;
    static final int SUB = 1;
    static final int EQUAL = 2;
    static final int GREATER = 3;
    static final int ADD_SIGNED = 4;
    static final int ADD_UNSIGNED = 5;
    static final int SUB_SIGNED = 6;
    static final int SUB_UNSIGNED = 7;
    static final int MIN_SIGNED = 8;
    static final int MIN_UNSIGNED = 9;
    static final int MAX_SIGNED = 10;
    static final int MAX_UNSIGNED = 11;
    static final int AVERAGE = 12;
    static final int MULTIPLY_LOW = 13;
    static final int MULTIPLY_HIGH = 14;
    static final int MULTIPLY_HIGH_UNSIGNED = 15;
    static final int MULTIPLY_ROUNDED = 16;
    static final int SIGN = 17;
    static final int ABSOLUTE = 18;

    private Lanes() { }

    /// Each lane of a with the same lane of b.
    static long apply(int operation, int bits, long a, long b) {
        return switch (operation) {
            case ADD   -> add(bits, a, b);
            case SUB   -> ~add(bits, ~a, b);
            case EQUAL -> equal(bits, a, b);
            default    -> eachLane(operation, bits, a, b);
        };
    }

    /// The lowest bit of each lane.
    static long ones(int bits) {
        return switch (bits) {
            case 8  -> 0x0101010101010101L;
            case 16 -> 0x0001000100010001L;
            case 32 -> 0x0000000100000001L;
            default -> 1;
        };
    }

    private static long add(int bits, long a, long b) {
        long tops = ones(bits) << bits - 1;
        return (a & ~tops) + (b & ~tops) ^ (a ^ b) & tops;
    }

    private static long equal(int bits, long a, long b) {
        long tops = ones(bits) << bits - 1;
        long different = a ^ b;
        long isEqual = ~(((different & ~tops) + ~tops | different) & tops | ~tops);
        return (isEqual >>> bits - 1) * mask(bits);
    }

    private static long eachLane(int operation, int bits, long a, long b) {
        long result = 0;
        for (int i = 0; i < 64; i += bits) {
            long lane = lane(operation, bits, signExtend(a >>> i, bits), signExtend(b >>> i, bits));
            result |= zeroExtend(lane, bits) << i;
        }
        return result;
    }

    private static long lane(int operation, int bits, long a, long b) {
        long ua = zeroExtend(a, bits);
        long ub = zeroExtend(b, bits);
        return switch (operation) {
            case GREATER                -> a > b ? -1 : 0;
            case ADD_SIGNED             -> saturate(bits, a + b);
            case ADD_UNSIGNED           -> Math.min(ua + ub, mask(bits));
            case SUB_SIGNED             -> saturate(bits, a - b);
            case SUB_UNSIGNED           -> Math.max(ua - ub, 0);
            case MIN_SIGNED             -> Math.min(a, b);
            case MIN_UNSIGNED           -> Math.min(ua, ub);
            case MAX_SIGNED             -> Math.max(a, b);
            case MAX_UNSIGNED           -> Math.max(ua, ub);
            case AVERAGE                -> ua + ub + 1 >> 1;
            case MULTIPLY_LOW           -> a * b;
            case MULTIPLY_HIGH          -> a * b >> bits;
            case MULTIPLY_HIGH_UNSIGNED -> ua * ub >>> bits;
            case MULTIPLY_ROUNDED       -> (a * b >> bits - 2) + 1 >> 1;
            case SIGN                   -> b == 0 ? 0 : b < 0 ? -a : a;
            default                     -> Math.abs(b);
        };
    }

    /// The nearest signed number of so many bits.
    static long saturate(int bits, long v) {
        long most = mask(bits) >>> 1;
        return Math.min(Math.max(v, ~most), most);
    }

    /// The nearest unsigned number of so many bits.
    static long saturateUnsigned(int bits, long v) {
        return Math.min(Math.max(v, 0), mask(bits));
    }
}
