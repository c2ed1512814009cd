package ashlar.model.aarch64;

/// RBIT (vector): "Advanced SIMD two-register miscellaneous".
public record VectorReverseBits(boolean isFull, int rn, int rd) implements Instruction {
    //  31 30 29 28.24 23.22 21...17 16..12 11.10 9..5 4..0
    //  0  Q  1  01110 01    10000   00101  10    Rn   Rd
    static final int MASK = 0xBFFF_FC00;
    static final int MATCH = 0x2E60_5800;

    static Instruction decode(int w) {
        return new VectorReverseBits(Fields.bit(w, 30), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long low = Long.reverseBytes(Long.reverse(cpu.qLow(rn)));
        cpu.setQ(rd, low, isFull ? Long.reverseBytes(Long.reverse(cpu.qHigh(rn))) : 0);
    }

    @Override
    public String assembly(long pc) {
        return "rbit " + Text.vector(isFull, 0, rd) + ", " + Text.vector(isFull, 0, rn);
    }
}
