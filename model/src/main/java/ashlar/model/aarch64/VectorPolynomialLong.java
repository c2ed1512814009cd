package ashlar.model.aarch64;

/// PMULL, PMULL2 of 64 bits: "Advanced SIMD three different".
public record VectorPolynomialLong(boolean isUpper, int rm, int rn, int rd) implements Instruction {
    /// As [VectorThreeDifferent] says.
    static Instruction decode(int w) {
        return new VectorPolynomialLong(Fields.bit(w, 30), Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long a = isUpper ? cpu.qHigh(rn) : cpu.qLow(rn);
        long b = isUpper ? cpu.qHigh(rm) : cpu.qLow(rm);
        long low = 0;
        long high = 0;
        for (int i = 0; i < 64; i++) {
            long chosen = -(b >>> i & 1);
            low ^= a << i & chosen;
            high ^= (i == 0 ? 0 : a >>> (64 - i)) & chosen;
        }
        cpu.setQ(rd, low, high);
    }

    @Override
    public String assembly(long pc) {
        return "pmull" + (isUpper ? "2 " : " ") + Text.vector(true, 4, rd) + ", "
            + Text.vector(isUpper, 3, rn) + ", " + Text.vector(isUpper, 3, rm);
    }
}
