package ashlar.model.aarch64;

/// Names of registers and operands in assembly.
final class Text {
    private Text() { }

    /// Register 31 is the zero register.
    static String r(boolean is64, int r) {
        if (r == 31) return is64 ? "xzr" : "wzr";
        return (is64 ? "x" : "w") + r;
    }

    /// Register 31 is the stack pointer.
    static String rsp(boolean is64, int r) {
        if (r == 31) return is64 ? "sp" : "wsp";
        return (is64 ? "x" : "w") + r;
    }

    static String hex(long value) {
        return "#0x" + Long.toHexString(value);
    }

    static String address(long value) {
        return "0x" + Long.toHexString(value);
    }

    static String shiftName(int type) {
        return switch (type) {
            case 0  -> "lsl";
            case 1  -> "lsr";
            case 2  -> "asr";
            default -> "ror";
        };
    }

    static String extendName(int type) {
        return (type < 4 ? "uxt" : "sxt") + switch (type & 3) {
            case 0  -> "b";
            case 1  -> "h";
            case 2  -> "w";
            default -> "x";
        };
    }

    /// A shifted register as an operand.
    static String shifted(boolean is64, int r, int type, int amount) {
        if (type == 0 && amount == 0) return r(is64, r);
        return r(is64, r) + ", " + shiftName(type) + " #" + amount;
    }

    /// A scalar of 8 << sizeLog bits in a vector register.
    static String scalar(int sizeLog, int r) {
        return switch (sizeLog) {
            case 0  -> "b";
            case 1  -> "h";
            case 2  -> "s";
            case 3  -> "d";
            default -> "q";
        } + r;
    }

    /// A vector of elements of 8 << sizeLog bits that fills 64 bits, or 128 if isFull.
    static String vector(boolean isFull, int sizeLog, int r) {
        return "v" + r + "." + arrangement(isFull, sizeLog);
    }

    static String arrangement(boolean isFull, int sizeLog) {
        return switch (sizeLog) {
            case 0  -> isFull ? "16b" : "8b";
            case 1  -> isFull ? "8h" : "4h";
            case 2  -> isFull ? "4s" : "2s";
            case 3  -> isFull ? "2d" : "1d";
            default -> "1q";
        };
    }

    /// Element i of a vector.
    static String element(int sizeLog, int r, int i) {
        return "v" + r + "." + switch (sizeLog) {
            case 0  -> "b";
            case 1  -> "h";
            case 2  -> "s";
            default -> "d";
        } + "[" + i + "]";
    }
}
