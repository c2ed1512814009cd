package ashlar.model.aarch64;

/// SADDW, UADDW, SSUBW, USUBW and their second forms: "Advanced SIMD three different".
/// @param bits of an element of the second operand
public record VectorAddWide(boolean isUpper, boolean isSigned, boolean isSub, int bits, int rm, int rn,
                            int rd) implements Instruction {
    /// As [VectorThreeDifferent] says.
    static Instruction decode(int w) {
        int size = Fields.bits(w, 23, 22);
        if (size == 3) return new Undefined(w);
        return new VectorAddWide(Fields.bit(w, 30), !Fields.bit(w, 29), Fields.bit(w, 13), Lanes.bits(size),
            Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long m = isUpper ? cpu.qHigh(rm) : cpu.qLow(rm);
        long low = half(cpu.qLow(rn), m);
        cpu.setQ(rd, low, half(cpu.qHigh(rn), m >>> 32));
    }

    private long half(long n, long m) {
        long result = 0;
        for (int i = 0; i < 32 / bits; i++) {
            long a = Lanes.get(n, 2 * bits, i);
            long b = Lanes.extended(Lanes.get(m, bits, i), bits, isSigned);
            result |= Lanes.at(isSub ? a - b : a + b, 2 * bits, i);
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        return (isSigned ? "s" : "u") + (isSub ? "subw" : "addw") + (isUpper ? "2 " : " ")
            + Text.vector(true, sizeLog + 1, rd) + ", " + Text.vector(true, sizeLog + 1, rn) + ", "
            + Text.vector(isUpper, sizeLog, rm);
    }
}
