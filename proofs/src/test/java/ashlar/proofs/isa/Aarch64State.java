package ashlar.proofs.isa;

import ashlar.model.aarch64.Cpu;
import ashlar.model.aarch64.Permissions;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A case, or what became of it, as aarch64-runner.c holds it: 64-bit words.
final class Aarch64State {
    static final int CODE_WORDS = 8;
    static final int MEMORY_BYTES = 256;
    static final int BYTES = 8 * 136;

    private static final int X = 4;
    private static final int SP = 35;
    private static final int FLAGS = 36;
    private static final int Q = 40;
    private static final int MEMORY = 104;

    final long[] words;

    Aarch64State() {
        words = new long[136];
    }

    private Aarch64State(long[] words) {
        this.words = words;
    }

    Aarch64State copy() {
        return new Aarch64State(Arrays.copyOf(words, words.length));
    }

    static Aarch64State read(ByteBuffer in) {
        Aarch64State s = new Aarch64State();
        for (int i = 0; i < s.words.length; i++) s.words[i] = in.getLong();
        return s;
    }

    void write(ByteBuffer out) {
        for (long w : words) out.putLong(w);
    }

    void setCode(int i, int w) {
        int shift = 32 * (i % 2);
        words[i / 2] = words[i / 2] & ~(0xFFFF_FFFFL << shift) | (w & 0xFFFF_FFFFL) << shift;
    }

    int code(int i) {
        return (int) (words[i / 2] >>> 32 * (i % 2));
    }

    void setX(int r, long value) {
        words[X + r] = value;
    }

    /// x0 to x30, and sp as register 31.
    long x(int r) {
        return words[X + r];
    }

    void setFlags(long nzcv, long fpcr, long fpsr, long tpidr) {
        words[FLAGS] = nzcv;
        words[FLAGS + 1] = fpcr;
        words[FLAGS + 2] = fpsr;
        words[FLAGS + 3] = tpidr;
    }

    long fpsr() {
        return words[FLAGS + 2];
    }

    /// Half i of v0 to v31.
    void setQ(int i, long value) {
        words[Q + i] = value;
    }

    void setMemory(int i, long value) {
        words[MEMORY + i] = value;
    }

    /// What a signal tells: its number, the pc, the address it names.
    void setEnd(long signal, long pc, long address) {
        words[0] = signal;
        words[1] = pc;
        words[2] = address;
        words[3] = 0;
    }

    Cpu load(Aarch64Memory memory) {
        Cpu cpu = new Cpu(memory, Permissions.all());
        System.arraycopy(words, X, cpu.x, 0, 31);
        cpu.sp = words[SP];
        cpu.setNzcv(words[FLAGS]);
        cpu.fpcr = words[FLAGS + 1];
        cpu.fpsr = words[FLAGS + 2];
        cpu.tpidr = words[FLAGS + 3];
        System.arraycopy(words, Q, cpu.q, 0, 64);
        for (int i = 0; i < MEMORY_BYTES / 8; i++) memory.window.putLong(8 * i, words[MEMORY + i]);
        return cpu;
    }

    void keep(Cpu cpu, Aarch64Memory memory) {
        System.arraycopy(cpu.x, 0, words, X, 31);
        words[SP] = cpu.sp;
        setFlags(cpu.nzcv(), cpu.fpcr, cpu.fpsr, cpu.tpidr);
        System.arraycopy(cpu.q, 0, words, Q, 64);
        for (int i = 0; i < MEMORY_BYTES / 8; i++) words[MEMORY + i] = memory.window.getLong(8 * i);
    }

    /// Whether registers and memory are the same.
    boolean agreesWith(Aarch64State other) {
        return Arrays.equals(words, X, words.length, other.words, X, words.length);
    }

    /// Whether word i is of memory or of a vector register.
    static boolean isWide(int i) {
        return i >= Q;
    }

    static String name(int i) {
        if (i < X) return new String[] {"signal", "pc", "address", "code"}[i];
        if (i < SP) return "x" + (i - X);
        if (i == SP) return "sp";
        if (i < Q) return new String[] {"nzcv", "fpcr", "fpsr", "tpidr"}[i - FLAGS];
        if (i < MEMORY) return "v" + (i - Q) / 2 + ((i - Q) % 2 == 0 ? ".d[0]" : ".d[1]");
        return "memory+0x" + Integer.toHexString(8 * (i - MEMORY));
    }
}
