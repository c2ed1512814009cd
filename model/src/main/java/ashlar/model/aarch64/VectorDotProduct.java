package ashlar.model.aarch64;

/// SDOT, UDOT (vector): "Advanced SIMD three same extra". Four products of bytes are added to each word.
public record VectorDotProduct(boolean isFull, boolean isSigned, int rm, int rn, int rd)
    implements Instruction {
    //  31 30 29 28.24 23.22 21 20..16 15 14..11 10 9..5 4..0
    //  0  Q  U  01110 10    0  Rm     1  0010   1  Rn   Rd
    static final int MASK = 0x9FE0_FC00;
    static final int MATCH = 0x0E80_9400;

    static Instruction decode(int w) {
        return new VectorDotProduct(Fields.bit(w, 30), !Fields.bit(w, 29), Fields.rm(w), Fields.rn(w),
            Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long low = half(isSigned, cpu.qLow(rd), cpu.qLow(rn), cpu.qLow(rm));
        cpu.setQ(rd, low, isFull ? half(isSigned, cpu.qHigh(rd), cpu.qHigh(rn), cpu.qHigh(rm)) : 0);
    }

    static long half(boolean isSigned, long d, long n, long m) {
        long first = (d + dot(isSigned, n, m)) & 0xFFFF_FFFFL;
        return first | (d >>> 32) + dot(isSigned, n >>> 32, m >>> 32) << 32;
    }

    private static long dot(boolean isSigned, long a, long b) {
        long sum = 0;
        for (int i = 0; i < 4; i++)
            sum += Lanes.extended(a >>> 8 * i, 8, isSigned) * Lanes.extended(b >>> 8 * i, 8, isSigned);
        return sum;
    }

    @Override
    public String assembly(long pc) {
        return (isSigned ? "sdot " : "udot ") + Text.vector(isFull, 2, rd) + ", " + Text.vector(isFull, 0, rn)
            + ", " + Text.vector(isFull, 0, rm);
    }
}
