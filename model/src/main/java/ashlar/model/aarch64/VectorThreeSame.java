package ashlar.model.aarch64;

/// Integer operations on corresponding elements: "Advanced SIMD three same" and "Advanced SIMD scalar three
/// same".
/// @param opcode SHADD to SQRDMULH, with U as bit 5; see [IntegerLane]
public record VectorThreeSame(boolean isScalar, boolean isFull, int opcode, int bits, int rm, int rn, int rd)
    implements Instruction {
    //  31 30 29 28.24 23.22 21 20..16 15...11 10 9..5 4..0
    //  0  Q  U  s1110 size  1  Rm     opcode  1  Rn   Rd       s: scalar, with Q = 1
    static final int MASK = 0x8F20_0400;
    static final int MATCH = 0x0E20_0400;

    static Instruction decode(int w) {
        boolean isScalar = Fields.bit(w, 28);
        boolean isFull = Fields.bit(w, 30);
        int opcode = Fields.bits(w, 29, 29) << 5 | Fields.bits(w, 15, 11);
        int size = Fields.bits(w, 23, 22);
        if (isScalar && !isFull) return new Undefined(w);
        boolean exists = isScalar ? IntegerLane.existsScalar(opcode, size)
            : IntegerLane.exists(opcode, size) && (size < 3 || isFull);
        if (!exists) return new Undefined(w);
        return new VectorThreeSame(isScalar, isFull, opcode, Lanes.bits(size), Fields.rm(w), Fields.rn(w),
            Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        if (isScalar) {
            cpu.setQ(rd, lane(cpu, cpu.qLow(rn), cpu.qLow(rm), cpu.qLow(rd), 0), 0);
        } else {
            long low = half(cpu, cpu.qLow(rn), cpu.qLow(rm), cpu.qLow(rd));
            long high = isFull ? half(cpu, cpu.qHigh(rn), cpu.qHigh(rm), cpu.qHigh(rd)) : 0;
            cpu.setQ(rd, low, high);
        }
    }

    private long half(Cpu cpu, long n, long m, long d) {
        if (bits == 64) return lane(cpu, n, m, d, 0);
        long result = 0;
        for (int i = 0; i < 64 / bits; i++) result |= lane(cpu, n, m, d, i);
        return result;
    }

    private long lane(Cpu cpu, long n, long m, long d, int i) {
        long a = Lanes.get(n, bits, i);
        long b = Lanes.get(m, bits, i);
        long result = IntegerLane.apply(cpu, opcode, bits, a, b, Lanes.get(d, bits, i));
        return Lanes.at(result, bits, i);
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String name = IntegerLane.name(opcode) + " ";
        if (isScalar)
            return name + Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog, rn) + ", "
            + Text.scalar(sizeLog, rm);
        return name + Text.vector(isFull, sizeLog, rd) + ", " + Text.vector(isFull, sizeLog, rn) + ", "
            + Text.vector(isFull, sizeLog, rm);
    }
}
