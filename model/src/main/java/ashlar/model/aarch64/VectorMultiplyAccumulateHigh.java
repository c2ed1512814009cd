package ashlar.model.aarch64;

/// SQRDMLAH, SQRDMLSH (vector): "Advanced SIMD three same extra" and its scalar form.
public record VectorMultiplyAccumulateHigh(boolean isScalar, boolean isFull, boolean isSub, int bits, int rm,
                                           int rn, int rd) implements Instruction {
    //  31 30 29 28.24 23.22 21 20..16 15 14..12 11 10 9..5 4..0
    //  0  Q  1  s1110 size  0  Rm     1  000    S  1  Rn   Rd       s: scalar, with Q = 1
    static final int MASK = 0xAF20_F400;
    static final int MATCH = 0x2E00_8400;

    static Instruction decode(int w) {
        boolean isScalar = Fields.bit(w, 28);
        boolean isFull = Fields.bit(w, 30);
        int size = Fields.bits(w, 23, 22);
        if (size == 0 || size == 3 || isScalar && !isFull) return new Undefined(w);
        return new VectorMultiplyAccumulateHigh(isScalar, isFull, Fields.bit(w, 11), Lanes.bits(size),
            Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        if (isScalar) {
            cpu.setQ(rd, lane(cpu, cpu.qLow(rd), cpu.qLow(rn), cpu.qLow(rm), 0), 0);
        } else {
            long low = half(cpu, cpu.qLow(rd), cpu.qLow(rn), cpu.qLow(rm));
            cpu.setQ(rd, low, isFull ? half(cpu, cpu.qHigh(rd), cpu.qHigh(rn), cpu.qHigh(rm)) : 0);
        }
    }

    private long half(Cpu cpu, long d, long n, long m) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++) result |= lane(cpu, d, n, m, i);
        return result;
    }

    private long lane(Cpu cpu, long d, long n, long m, int i) {
        long result = Saturation.doublingHighAccumulated(cpu, bits, Lanes.get(d, bits, i),
            Lanes.get(n, bits, i), Lanes.get(m, bits, i), isSub);
        return Lanes.at(result, bits, i);
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String name = isSub ? "sqrdmlsh " : "sqrdmlah ";
        if (isScalar)
            return name + Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog, rn) + ", "
            + Text.scalar(sizeLog, rm);
        return name + Text.vector(isFull, sizeLog, rd) + ", " + Text.vector(isFull, sizeLog, rn) + ", "
            + Text.vector(isFull, sizeLog, rm);
    }
}
