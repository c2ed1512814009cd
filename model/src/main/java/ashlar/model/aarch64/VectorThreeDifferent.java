package ashlar.model.aarch64;

/// SADDL to PMULL, those that give elements twice as wide: "Advanced SIMD three different" and its scalar
/// form.
/// @param opcode see [LongLane]
/// @param bits   of an element of the operands
public record VectorThreeDifferent(boolean isScalar, boolean isUpper, int opcode, int bits, int rm, int rn,
                                   int rd) implements Instruction {
    //  31 30 29 28.24 23.22 21 20..16 15..12 11.10 9..5 4..0
    //  0  Q  U  s1110 size  1  Rm     opcode 00    Rn   Rd       s: scalar, with Q = 1
    static final int MASK = 0x8F20_0C00;
    static final int MATCH = 0x0E20_0000;

    static Instruction decode(int w) {
        boolean isScalar = Fields.bit(w, 28);
        boolean isUpper = Fields.bit(w, 30);
        int op = Fields.bits(w, 15, 12);
        int opcode = Fields.bits(w, 29, 29) << 4 | op;
        int size = Fields.bits(w, 23, 22);
        if (!isScalar && (op == 1 || op == 3)) return VectorAddWide.decode(w);
        if (!isScalar && (op == 4 || op == 6)) return VectorHighNarrow.decode(w);
        if (!isScalar && opcode == 14 && size == 3) return VectorPolynomialLong.decode(w);
        boolean isWrong = !LongLane.exists(opcode, size) || isScalar
            && !(isUpper && LongLane.isDoubling(opcode));
        if (isWrong) return new Undefined(w);
        return new VectorThreeDifferent(isScalar, isUpper, opcode, Lanes.bits(size), Fields.rm(w),
            Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        if (isScalar) {
            long result = LongLane.apply(cpu, opcode, bits, cpu.scalar(bits, rn), cpu.scalar(bits, rm),
                cpu.scalar(2 * bits, rd));
            cpu.setQ(rd, result, 0);
            return;
        }
        long n = isUpper ? cpu.qHigh(rn) : cpu.qLow(rn);
        long m = isUpper ? cpu.qHigh(rm) : cpu.qLow(rm);
        long low = half(cpu, n, m, cpu.qLow(rd));
        cpu.setQ(rd, low, half(cpu, n >>> 32, m >>> 32, cpu.qHigh(rd)));
    }

    private long half(Cpu cpu, long n, long m, long d) {
        long result = 0;
        for (int i = 0; i < 32 / bits; i++) {
            long lane = LongLane.apply(cpu, opcode, bits, Lanes.get(n, bits, i), Lanes.get(m, bits, i),
                Lanes.get(d, 2 * bits, i));
            result |= Lanes.at(lane, 2 * bits, i);
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String name = LongLane.name(opcode);
        if (isScalar)
            return name + " " + Text.scalar(sizeLog + 1, rd) + ", " + Text.scalar(sizeLog, rn) + ", "
                + Text.scalar(sizeLog, rm);
        return name + (isUpper ? "2 " : " ") + Text.vector(true, sizeLog + 1, rd) + ", "
            + Text.vector(isUpper, sizeLog, rn) + ", " + Text.vector(isUpper, sizeLog, rm);
    }
}
