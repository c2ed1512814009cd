package ashlar.model.x86_64;

/// The manual's names of registers, sizes and conditions.
final class Names {
    private Names() { }

    static String register(int number, int shift, int bits) {
        String name = classic(number);
        if (shift != 0) return name.charAt(0) + "h";
        if (number >= 8) return "r" + number + suffix(bits);
        return switch (bits) {
            case 64 -> "r" + name;
            case 32 -> "e" + name;
            case 16 -> name;
            default -> number < 4 ? name.charAt(0) + "l" : name + "l";
        };
    }

    private static String classic(int number) {
        return switch (number) {
            case 0  -> "ax";
            case 1  -> "cx";
            case 2  -> "dx";
            case 3  -> "bx";
            case 4  -> "sp";
            case 5  -> "bp";
            case 6  -> "si";
            default -> "di";
        };
    }

    private static String suffix(int bits) {
        return switch (bits) {
            case 64 -> "";
            case 32 -> "d";
            case 16 -> "w";
            default -> "b";
        };
    }

    static String pointer(int bits) {
        return switch (bits) {
            case 8   -> "BYTE PTR ";
            case 16  -> "WORD PTR ";
            case 32  -> "DWORD PTR ";
            case 64  -> "QWORD PTR ";
            case 80  -> "TBYTE PTR ";
            case 128 -> "XMMWORD PTR ";
            default  -> "";
        };
    }

    static String condition(int code) {
        String name = switch (code >> 1) {
            case 0  -> "o";
            case 1  -> "b";
            case 2  -> "e";
            case 3  -> "be";
            case 4  -> "s";
            case 5  -> "p";
            case 6  -> "l";
            default -> "le";
        };
        if ((code & 1) == 0) return name;
        return switch (code >> 1) {
            case 1  -> "ae";
            case 3  -> "a";
            case 6  -> "ge";
            case 7  -> "g";
            default -> "n" + name;
        };
    }

    /// The letter of a lane's size.
    static String lane(int bits) {
        return switch (bits) {
            case 8  -> "b";
            case 16 -> "w";
            case 32 -> "d";
            default -> "q";
        };
    }

    /// The end of a floating-point instruction's name.
    static String floats(int bits, boolean isScalar) {
        return (isScalar ? "s" : "p") + (bits == 32 ? "s" : "d");
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
