package ashlar.model.aarch64;

/// The field ptype of scalar floating-point instructions.
final class FloatType {
    private FloatType() { }

    static boolean exists(int ptype) {
        return ptype != 2;
    }

    static int bits(int ptype) {
        return ptype == 0 ? 32 : ptype == 1 ? 64 : 16;
    }

    static String register(int bits, int r) {
        return Text.scalar(bits == 64 ? 3 : bits == 32 ? 2 : 1, r);
    }

    /// The value of an 8-bit immediate: sign, three bits of exponent, four of fraction.
    static long immediate(int bits, int imm8) {
        int exponent = (imm8 >>> 4 & 7 ^ 4) - 3;
        int f = FloatFormat.fractionBits(bits);
        long magnitude = (long) (exponent + FloatFormat.bias(bits)) << f | (long) (imm8 & 15) << (f - 4);
        return magnitude | FloatFormat.zero(bits, imm8 >>> 7 != 0);
    }

    /// As assemblers write it: a decimal with 18 digits behind the point.
    static String immediateText(int imm8) {
        double value = Double.longBitsToDouble(immediate(64, imm8));
        return "#%.18e".formatted(value);
    }
}
