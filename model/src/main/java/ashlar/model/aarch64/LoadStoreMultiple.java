package ashlar.model.aarch64;

/// LD1 to LD4, ST1 to ST4 (multiple structures): "Advanced SIMD load/store multiple structures", also
/// "(post-indexed)".
/// @param elements   of a structure, that is, registers that take turns in memory
/// @param registers  in all
/// @param hasPost    whether the base moves on: by rm, or by what is transferred if rm is 31
public record LoadStoreMultiple(boolean isFull, boolean hasPost, boolean isLoad, int elements, int registers,
                                int sizeLog, int rm, int rn, int rt) implements Instruction {
    //  31 30 29..24 23 22 21 20..16 15..12 11.10 9..5 4..0
    //  0  Q  001100 P  L  0  Rm     opcode size  Rn   Rt
    static final int MASK = 0xBF20_0000;
    static final int MATCH = 0x0C00_0000;

    static Instruction decode(int w) {
        boolean isFull = Fields.bit(w, 30);
        boolean hasPost = Fields.bit(w, 23);
        int opcode = Fields.bits(w, 15, 12);
        int size = Fields.bits(w, 11, 10);
        int elements = elements(opcode);
        boolean isWrong = elements == 0 || !hasPost && Fields.rm(w) != 0
            || elements > 1 && size == 3 && !isFull;
        if (isWrong) return new Undefined(w);
        return new LoadStoreMultiple(isFull, hasPost, Fields.bit(w, 22), elements, registers(opcode), size,
            Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    private static int elements(int opcode) {
        return switch (opcode) {
            case 0b0000                         -> 4;
            case 0b0100                         -> 3;
            case 0b1000                         -> 2;
            case 0b0010, 0b0110, 0b0111, 0b1010 -> 1;
            default                             -> 0;
        };
    }

    private static int registers(int opcode) {
        return switch (opcode) {
            case 0b0000, 0b0010 -> 4;
            case 0b0100, 0b0110 -> 3;
            case 0b0111         -> 1;
            default             -> 2;
        };
    }

    @Override
    public void execute(Cpu cpu) {
        long base = cpu.xOrSp(rn);
        int bytes = registers * (isFull ? 16 : 8);
        if (isLoad) load(cpu, base, bytes);
        else store(cpu, base, bytes);
        if (hasPost) cpu.setXOrSp(rn, base + (rm == 31 ? bytes : cpu.x[rm]));
    }

    private void load(Cpu cpu, long base, int bytes) {
        LoadCheck.check(cpu.memory, base, bytes);
        for (int r = 0; r < registers; r++) {
            long low = half(cpu, base, r, 0);
            cpu.setQ(rt + r & 31, low, isFull ? half(cpu, base, r, 8 >>> sizeLog) : 0);
        }
    }

    /// The elements of register r from `first` on.
    private long half(Cpu cpu, long base, int r, int first) {
        long result = 0;
        int bits = Lanes.bits(sizeLog);
        for (int i = 0; i < 8 >>> sizeLog; i++)
            result |= Lanes.at(Transfer.load(cpu.memory, sizeLog, base + offset(r, first + i)), bits, i);
        return result;
    }

    private void store(Cpu cpu, long base, int bytes) {
        StoreCheck.check(cpu.memory, base, bytes);
        for (int r = 0; r < registers; r++) {
            int v = rt + r & 31;
            storeHalf(cpu, base, r, 0, cpu.qLow(v));
            if (isFull) storeHalf(cpu, base, r, 8 >>> sizeLog, cpu.qHigh(v));
        }
    }

    private void storeHalf(Cpu cpu, long base, int r, int first, long value) {
        int bits = Lanes.bits(sizeLog);
        for (int i = 0; i < 8 >>> sizeLog; i++)
            Transfer.store(cpu.memory, sizeLog, base + offset(r, first + i), Lanes.get(value, bits, i));
    }

    /// Where element i of register r is.
    private long offset(int r, int i) {
        if (elements == 1) return r * (isFull ? 16L : 8L) + ((long) i << sizeLog);
        return (long) (i * elements + r) << sizeLog;
    }

    @Override
    public String assembly(long pc) {
        String post = !hasPost ? "" : rm == 31 ? ", #" + registers * (isFull ? 16 : 8)
            : ", " + Text.r(true, rm);
        return (isLoad ? "ld" : "st") + elements + " "
            + list(rt, registers, Text.arrangement(isFull, sizeLog)) + ", [" + Text.rsp(true, rn) + "]"
            + post;
    }

    /// `{v0.8h, v1.8h}`, or with a dash if there are more than two.
    static String list(int rt, int registers, String arrangement) {
        if (registers > 2 && rt + registers <= 32)
            return "{v" + rt + "." + arrangement + "-v" + (rt + registers - 1) + "." + arrangement + "}";
        String all = "{v" + rt + "." + arrangement;
        for (int i = 1; i < registers; i++) all += ", v" + (rt + i & 31) + "." + arrangement;
        return all + "}";
    }
}
