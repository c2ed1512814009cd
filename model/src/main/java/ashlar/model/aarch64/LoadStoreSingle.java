package ashlar.model.aarch64;

/// LD1 to LD4, ST1 to ST4 (single structure), LD1R to LD4R: "Advanced SIMD load/store single structure", also
/// "(post-indexed)".
/// @param index     of the element in each register, or -1 to fill all
/// @param hasPost   whether the base moves on: by rm, or by what is transferred if rm is 31
public record LoadStoreSingle(boolean isFull, boolean hasPost, boolean isLoad, int registers, int index,
                              int sizeLog, int rm, int rn, int rt) implements Instruction {
    //  31 30 29..24 23 22 21 20..16 15..13 12 11.10 9..5 4..0
    //  0  Q  001101 P  L  R  Rm     opcode S  size  Rn   Rt
    static final int MASK = 0xBF00_0000;
    static final int MATCH = 0x0D00_0000;

    static Instruction decode(int w) {
        boolean hasPost = Fields.bit(w, 23);
        boolean isLoad = Fields.bit(w, 22);
        int opcode = Fields.bits(w, 15, 13);
        int size = Fields.bits(w, 11, 10);
        int scale = opcode >>> 1;
        boolean fills = scale == 3;
        int sizeLog = fills ? size : scale == 2 && size == 1 ? 3 : scale;
        boolean isWrong = !hasPost && Fields.rm(w) != 0 || fills && (!isLoad || Fields.bit(w, 12))
            || scale == 1 && (size & 1) != 0 || scale == 2 && (size > 1 || size == 1 && Fields.bit(w, 12));
        if (isWrong) return new Undefined(w);
        int registers = 1 + (opcode & 1) * 2 + Fields.bits(w, 21, 21);
        int position = Fields.bits(w, 30, 30) << 3 | Fields.bits(w, 12, 10);
        return new LoadStoreSingle(Fields.bit(w, 30), hasPost, isLoad, registers,
            fills ? -1 : position >>> sizeLog, sizeLog, Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long base = cpu.xOrSp(rn);
        int bytes = registers << sizeLog;
        if (isLoad) LoadCheck.check(cpu.memory, base, bytes);
        else StoreCheck.check(cpu.memory, base, bytes);
        for (int r = 0; r < registers; r++) {
            long address = base + ((long) r << sizeLog);
            if (isLoad) load(cpu, address, rt + r & 31);
            else store(cpu, address, rt + r & 31);
        }
        if (hasPost) cpu.setXOrSp(rn, base + (rm == 31 ? bytes : cpu.x[rm]));
    }

    private void load(Cpu cpu, long address, int v) {
        long value = Transfer.load(cpu.memory, sizeLog, address);
        int bits = Lanes.bits(sizeLog);
        int perHalf = 64 / bits;
        if (index < 0) {
            long word = Operand.replicate(value, bits);
            cpu.setQ(v, word, isFull ? word : 0);
        } else if (index < perHalf) {
            cpu.setQ(v, cpu.qLow(v) & ~Lanes.at(-1, bits, index) | Lanes.at(value, bits, index),
                cpu.qHigh(v));
        } else {
            int i = index - perHalf;
            cpu.setQ(v, cpu.qLow(v), cpu.qHigh(v) & ~Lanes.at(-1, bits, i) | Lanes.at(value, bits, i));
        }
    }

    private void store(Cpu cpu, long address, int v) {
        long value = Lanes.get(cpu.qLow(v), cpu.qHigh(v), Lanes.bits(sizeLog), index);
        Transfer.store(cpu.memory, sizeLog, address, value);
    }

    @Override
    public String assembly(long pc) {
        String post = !hasPost ? "" : rm == 31 ? ", #" + (registers << sizeLog) : ", " + Text.r(true, rm);
        String arrangement = index < 0 ? Text.arrangement(isFull, sizeLog)
            : Text.scalar(sizeLog, 0).substring(0, 1);
        String list = LoadStoreMultiple.list(rt, registers, arrangement)
            + (index < 0 ? "" : "[" + index + "]");
        return (isLoad ? "ld" : "st") + registers + (index < 0 ? "r " : " ") + list + ", ["
            + Text.rsp(true, rn) + "]" + post;
    }
}
