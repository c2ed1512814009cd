package ashlar.model.aarch64;

/// ADDHN, SUBHN, RADDHN, RSUBHN and their second forms: "Advanced SIMD three different".
/// @param bits of an element of the result
public record VectorHighNarrow(boolean isUpper, boolean rounds, boolean isSub, int bits, int rm, int rn,
                               int rd) implements Instruction {
    /// As [VectorThreeDifferent] says.
    static Instruction decode(int w) {
        int size = Fields.bits(w, 23, 22);
        if (size == 3) return new Undefined(w);
        return new VectorHighNarrow(Fields.bit(w, 30), Fields.bit(w, 29), Fields.bit(w, 13), Lanes.bits(size),
            Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long low = half(cpu.qLow(rn), cpu.qLow(rm));
        long narrow = low | half(cpu.qHigh(rn), cpu.qHigh(rm)) << 32;
        cpu.setQ(rd, isUpper ? cpu.qLow(rd) : narrow, isUpper ? narrow : 0);
    }

    private long half(long n, long m) {
        long result = 0;
        for (int i = 0; i < 32 / bits; i++) {
            long a = Lanes.get(n, 2 * bits, i);
            long b = Lanes.get(m, 2 * bits, i);
            long sum = (isSub ? a - b : a + b) + (rounds ? 1L << (bits - 1) : 0);
            result |= Lanes.at(sum >>> bits, bits, i);
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        return (rounds ? "r" : "") + (isSub ? "subhn" : "addhn") + (isUpper ? "2 " : " ")
            + Text.vector(isUpper, sizeLog, rd) + ", " + Text.vector(true, sizeLog + 1, rn) + ", "
            + Text.vector(true, sizeLog + 1, rm);
    }
}
