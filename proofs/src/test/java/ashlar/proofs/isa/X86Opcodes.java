package ashlar.proofs.isa;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/// Which opcodes are drawn, and which are left out since they leave the emulated program.
final class X86Opcodes {
    private X86Opcodes() { }

    static void write(ByteArrayOutputStream b, Random random) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> b.write(random.nextInt(6) == 0 ? 0xd8 + random.nextInt(8) : random.nextInt(256));
            case 3       -> three(b, random);
            default      -> {
                b.write(0x0f);
                b.write(random.nextInt(256));
            }
        }
    }

    private static void three(ByteArrayOutputStream b, Random random) {
        b.write(0x0f);
        if (random.nextBoolean()) {
            b.write(0x38);
            b.write(random.nextInt(4) == 0 ? 0xf0 + random.nextInt(2) : random.nextInt(0x42));
        } else {
            b.write(0x3a);
            b.write(random.nextInt(4) == 0 ? 0x60 + random.nextInt(4) : random.nextInt(0x43));
        }
    }

    private static int opcodeAt(byte[] code) {
        int i = 0;
        while (i < code.length - 1 && isPrefix(code[i] & 0xff)) i++;
        return i;
    }

    private static boolean isPrefix(int b) {
        return switch (b) {
            case 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3 -> true;
            default                                                               -> (b & 0xf0) == 0x40;
        };
    }

    private static boolean has66(byte[] code) {
        for (int i = 0; i < opcodeAt(code); i++) if (code[i] == 0x66) return true;
        return false;
    }

    /// Whether what is undefined in the model may be defined in the emulator: MMX, x87, segment registers;
    /// and where QEMU accepts what is undefined: a `lock` prefix, far calls.
    static boolean isBeyondModel(byte[] code) {
        int at = opcodeAt(code);
        int first = code[at] & 0xff;
        for (int i = 0; i < at; i++) if (code[i] == (byte) 0xf0) return true;
        return switch (first) {
            case 0x0f                                           -> isBeyondModel(code[at + 1] & 0xff);
            case 0x62, 0x8c, 0x8e, 0x8f, 0x9b, 0xc4, 0xc5, 0xc6 -> true;
            case 0xc7, 0xf6, 0xf7, 0xff                         -> true;
            default                                             -> first >= 0xd8 && first <= 0xdf;
        };
    }

    private static boolean isBeyondModel(int second) {
        return second != 0x0b && second != 0x24 && second != 0x25 && second != 0x36;
    }

    /// What leaves the emulated program (system calls, code that runs elsewhere), and what QEMU is known to
    /// do otherwise: see `docs/instructions-x86_64.md`.
    static boolean isExcluded(byte[] code) {
        int at = opcodeAt(code);
        int first = code[at] & 0xff;
        int second = code[at + 1 < code.length ? at + 1 : at] & 0xff;
        boolean isLongString = at > 0 && (code[at - 1] & 0xf8) == 0x48 && first == 0x0f && second == 0x3a
            && (code[at + 2] & 0xfe) == 0x60;
        return hasOddPrefixes(code, at) || isLongString || isOddEnvironment(code, at)
            || isBranch(first, second) && has66(code) || switch (first) {
            case 0xcd, 0xf1, 0xca, 0xcb, 0xcf -> true;
            case 0xc2                         -> code[at + 2] < 0;
            case 0x0f                         -> second < 0x10 && second != 0x0b || second == 0x18
                || isDoubleShift(second) && (code[at + 2] & 0xc7) == 5 || second == 0xae && has66(code);
            default                           -> false;
        };
    }

    /// FLDENV, FNSTENV, FRSTOR, FNSAVE with another operand size than 32 bits.
    private static boolean isOddEnvironment(byte[] code, int at) {
        int modRm = at + 1 < code.length ? code[at + 1] & 0xff : 0xff;
        boolean isEven = modRm < 0xc0 && (modRm >> 3 & 5) == 4;
        boolean isLong = at > 0 && (code[at - 1] & 0xf8) == 0x48;
        return isEven && (code[at] == (byte) 0xd9 || code[at] == (byte) 0xdd) && (has66(code) || isLong);
    }

    private static boolean isDoubleShift(int second) {
        return second == 0xa4 || second == 0xac;
    }

    private static boolean isBranch(int first, int second) {
        return first == 0xc2 || first == 0xc3 || first >= 0x70 && first < 0x80
            || first >= 0xe0 && first <= 0xe3
            || first == 0xe8 || first == 0xe9 || first == 0xeb || first == 0xff
            || first == 0x0f && second >= 0x80 && second < 0x90;
    }

    /// A REX prefix before another prefix, or a second segment.
    private static boolean hasOddPrefixes(byte[] code, int at) {
        int segments = 0;
        for (int i = 0; i < at; i++) {
            if ((code[i] & 0xf0) == 0x40 && i + 1 < at) return true;
            boolean isSegment = switch (code[i]) {
                case 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65 -> true;
                default                                 -> false;
            };
            if (isSegment) segments++;
        }
        return segments > 1;
    }
}
