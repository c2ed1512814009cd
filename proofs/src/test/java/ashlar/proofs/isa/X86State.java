package ashlar.proofs.isa;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The state after a case, on either side.
/// @param signal that Linux would raise: SIGTRAP after a whole instruction
/// @param fx     the first 416 bytes of what FXSAVE stores
record X86State(long[] r, long pc, long flags, long fsBase, long gsBase, int signal, byte[] fx,
    byte[] memory) {
    static final int BYTES = 22 * 8 + X86Case.FX + X86Case.WINDOW_BYTES;
    static final long FLAGS = 0xcd5;
    private static final int POINTERS = 5;
    private static final int MXCSR = 24;
    private static final int STACK = 32;
    private static final int XMM = 160;

    static X86State read(ByteBuffer from) {
        long[] r = new long[16];
        for (int i = 0; i < 16; i++) r[i] = from.getLong();
        long pc = from.getLong();
        long flags = from.getLong();
        long fsBase = from.getLong();
        long gsBase = from.getLong();
        int signal = (int) from.getLong();
        from.getLong();
        byte[] fx = new byte[X86Case.FX];
        from.get(fx);
        Arrays.fill(fx, POINTERS, MXCSR, (byte) 0);
        Arrays.fill(fx, MXCSR + 4, STACK, (byte) 0);
        for (int i = STACK; i < XMM; i += 16) Arrays.fill(fx, i + 10, i + 16, (byte) 0);
        byte[] memory = new byte[X86Case.WINDOW_BYTES];
        from.get(memory);
        return new X86State(r, pc, flags, fsBase, gsBase, signal, fx, memory);
    }

    X86State withFx(byte[] other) {
        return new X86State(r, pc, flags, fsBase, gsBase, signal, other, memory);
    }

    X86State withFlags(long other) {
        return new X86State(r, pc, other, fsBase, gsBase, signal, fx, memory);
    }

    X86State withMemory(byte[] other) {
        return new X86State(r, pc, flags, fsBase, gsBase, signal, fx, other);
    }

    /// What differs, one line each; nothing if the states agree.
    List<String> differences(X86State other) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 16; i++) compare(lines, "r" + i, r[i], other.r[i]);
        compare(lines, "pc", pc, other.pc);
        compare(lines, "flags", flags & FLAGS, other.flags & FLAGS);
        compare(lines, "fs", fsBase, other.fsBase);
        compare(lines, "gs", gsBase, other.gsBase);
        compare(lines, "signal", signal, other.signal);
        compare(lines, "fx", fx, other.fx);
        compare(lines, "memory", memory, other.memory);
        return lines;
    }

    private static void compare(List<String> lines, String name, long mine, long theirs) {
        if (mine != theirs) lines.add("%s  model %x  emulator %x".formatted(name, mine, theirs));
    }

    private static void compare(List<String> lines, String name, byte[] mine, byte[] theirs) {
        for (int i = 0; i < mine.length; i += 8) {
            byte[] a = Arrays.copyOfRange(mine, i, i + 8);
            byte[] b = Arrays.copyOfRange(theirs, i, i + 8);
            if (!Arrays.equals(a, b)) lines.add("%s+%d  model %s  emulator %s".formatted(name, i, hex(a),
                hex(b)));
        }
    }

    /// Bytes as one number, highest first.
    static String hex(byte[] bytes) {
        StringBuilder s = new StringBuilder();
        for (int i = bytes.length - 1; i >= 0; i--) s.append("%02x".formatted(bytes[i]));
        return s.toString();
    }
}
