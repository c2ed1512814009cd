package ashlar.model.aarch64;

/// SHLL, SHLL2: "Advanced SIMD two-register miscellaneous". Each element moves to the upper half of one twice
/// as wide.
public record VectorShiftLeftLong(boolean isUpper, int bits, int rn, int rd) implements Instruction {
    //  31 30 29 28.24 23.22 21...17 16..12 11.10 9..5 4..0
    //  0  Q  1  01110 size  10000   10011  10    Rn   Rd
    static final int MASK = 0xBF3F_FC00;
    static final int MATCH = 0x2E21_3800;

    static Instruction decode(int w) {
        int size = Fields.bits(w, 23, 22);
        if (size == 3) return new Undefined(w);
        return new VectorShiftLeftLong(Fields.bit(w, 30), Lanes.bits(size), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long n = isUpper ? cpu.qHigh(rn) : cpu.qLow(rn);
        cpu.setQ(rd, half(n), half(n >>> 32));
    }

    private long half(long n) {
        long result = 0;
        for (int i = 0; i < 32 / bits; i++) result |= Lanes.at(Lanes.get(n, bits, i) << bits, 2 * bits, i);
        return result;
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        return "shll" + (isUpper ? "2 " : " ") + Text.vector(true, sizeLog + 1, rd) + ", "
            + Text.vector(isUpper, sizeLog, rn) + ", #" + bits;
    }
}
