package ashlar.model.aarch64;

/// EXT: "Advanced SIMD extract".
public record VectorExtract(boolean isFull, int index, int rm, int rn, int rd) implements Instruction {
    //  31 30 29..24 23.22 21 20..16 15 14..11 10 9..5 4..0
    //  0  Q  101110 00    0  Rm     0  imm4   0  Rn   Rd
    static final int MASK = 0xBFE0_8400;
    static final int MATCH = 0x2E00_0000;

    static Instruction decode(int w) {
        boolean isFull = Fields.bit(w, 30);
        int index = Fields.bits(w, 14, 11);
        if (!isFull && index >= 8) return new Undefined(w);
        return new VectorExtract(isFull, index, Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        if (!isFull) {
            cpu.setQ(rd, joined(cpu.qLow(rn), cpu.qLow(rm), index), 0);
        } else if (index < 8) {
            long low = joined(cpu.qLow(rn), cpu.qHigh(rn), index);
            cpu.setQ(rd, low, joined(cpu.qHigh(rn), cpu.qLow(rm), index));
        } else {
            long low = joined(cpu.qHigh(rn), cpu.qLow(rm), index - 8);
            cpu.setQ(rd, low, joined(cpu.qLow(rm), cpu.qHigh(rm), index - 8));
        }
    }

    /// Eight bytes of high:low from byte i on, i < 8.
    private static long joined(long low, long high, int i) {
        return i == 0 ? low : low >>> 8 * i | high << 64 - 8 * i;
    }

    @Override
    public String assembly(long pc) {
        return "ext " + Text.vector(isFull, 0, rd) + ", " + Text.vector(isFull, 0, rn) + ", "
            + Text.vector(isFull, 0, rm) + ", #" + index;
    }
}
