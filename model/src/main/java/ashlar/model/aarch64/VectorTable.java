package ashlar.model.aarch64;

/// TBL, TBX: "Advanced SIMD table lookup".
/// @param registers of the table
public record VectorTable(boolean isFull, int registers, boolean keeps, int rm, int rn, int rd)
    implements Instruction {
    //  31 30 29..24 23.22 21 20..16 15 14.13 12 11.10 9..5 4..0
    //  0  Q  001110 00    0  Rm     0  len   op 00    Rn   Rd
    static final int MASK = 0xBFE0_8C00;
    static final int MATCH = 0x0E00_0000;

    static Instruction decode(int w) {
        return new VectorTable(Fields.bit(w, 30), Fields.bits(w, 14, 13) + 1, Fields.bit(w, 12), Fields.rm(w),
            Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long low = half(cpu, cpu.qLow(rm), keeps ? cpu.qLow(rd) : 0);
        cpu.setQ(rd, low, isFull ? half(cpu, cpu.qHigh(rm), keeps ? cpu.qHigh(rd) : 0) : 0);
    }

    private long half(Cpu cpu, long indices, long otherwise) {
        long result = 0;
        for (int i = 0; i < 8; i++) {
            int index = (int) Lanes.get(indices, 8, i);
            long b = index < 16 * registers ? entry(cpu, index) : Lanes.get(otherwise, 8, i);
            result |= Lanes.at(b, 8, i);
        }
        return result;
    }

    private long entry(Cpu cpu, int index) {
        int r = rn + index / 16 & 31;
        return Lanes.get(cpu.qLow(r), cpu.qHigh(r), 8, index & 15);
    }

    @Override
    public String assembly(long pc) {
        String table = LoadStoreMultiple.list(rn, registers, "16b");
        return (keeps ? "tbx " : "tbl ") + Text.vector(isFull, 0, rd) + ", " + table + ", "
            + Text.vector(isFull, 0, rm);
    }
}
