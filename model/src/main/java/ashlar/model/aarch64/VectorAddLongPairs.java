package ashlar.model.aarch64;

/// SADDLP, UADDLP, SADALP, UADALP: "Advanced SIMD two-register miscellaneous". Neighbours add up to an
/// element twice as wide.
public record VectorAddLongPairs(boolean isFull, boolean isSigned, boolean accumulates, int bits, int rn,
                                 int rd) implements Instruction {
    //  31 30 29 28.24 23.22 21...17 16 15 14.10  9..5 4..0
    //  0  Q  U  01110 size  10000   00 A  1010   Rn   Rd       A: bit 14
    static final int MASK = 0x9F3F_BC00;
    static final int MATCH = 0x0E20_2800;

    static Instruction decode(int w) {
        int size = Fields.bits(w, 23, 22);
        if (size == 3) return new Undefined(w);
        return new VectorAddLongPairs(Fields.bit(w, 30), !Fields.bit(w, 29), Fields.bit(w, 14),
            Lanes.bits(size), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long low = half(cpu.qLow(rn), accumulates ? cpu.qLow(rd) : 0);
        cpu.setQ(rd, low, isFull ? half(cpu.qHigh(rn), accumulates ? cpu.qHigh(rd) : 0) : 0);
    }

    private long half(long n, long d) {
        if (bits == 32) return d + Lanes.extended(n, 32, isSigned) + Lanes.extended(n >>> 32, 32, isSigned);
        long result = 0;
        for (int i = 0; i < 32 / bits; i++) {
            long a = Lanes.extended(Lanes.get(n, bits, 2 * i), bits, isSigned);
            long b = Lanes.extended(Lanes.get(n, bits, 2 * i + 1), bits, isSigned);
            result |= Lanes.at(Lanes.get(d, 2 * bits, i) + a + b, 2 * bits, i);
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        return (isSigned ? "s" : "u") + (accumulates ? "adalp " : "addlp ")
            + Text.vector(isFull, sizeLog + 1, rd) + ", " + Text.vector(isFull, sizeLog, rn);
    }
}
