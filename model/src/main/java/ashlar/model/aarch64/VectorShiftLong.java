package ashlar.model.aarch64;

/// SSHLL, USHLL and their second forms: "Advanced SIMD shift by immediate".
public record VectorShiftLong(boolean isUpper, boolean isSigned, int bits, int amount, int rn, int rd)
    implements Instruction {
    /// As [VectorShiftImmediate] says.
    static Instruction decode(int w) {
        if (Fields.bit(w, 28) || Fields.bit(w, 22)) return new Undefined(w);
        int bits = VectorShiftImmediate.elementBits(w);
        return new VectorShiftLong(Fields.bit(w, 30), !Fields.bit(w, 29), bits, Fields.bits(w, 22, 16) - bits,
            Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long n = isUpper ? cpu.qHigh(rn) : cpu.qLow(rn);
        cpu.setQ(rd, half(n), half(n >>> 32));
    }

    private long half(long n) {
        if (bits == 32) return Lanes.extended(n, 32, isSigned) << amount;
        long result = 0;
        for (int i = 0; i < 32 / bits; i++) {
            long a = Lanes.extended(Lanes.get(n, bits, i), bits, isSigned);
            result |= Lanes.at(a << amount, 2 * bits, i);
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String name = (isSigned ? "s" : "u") + (amount == 0 ? "xtl" : "shll") + (isUpper ? "2 " : " ");
        return name + Text.vector(true, sizeLog + 1, rd) + ", " + Text.vector(isUpper, sizeLog, rn)
            + (amount == 0 ? "" : ", #" + amount);
    }
}
