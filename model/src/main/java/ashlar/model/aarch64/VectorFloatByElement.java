package ashlar.model.aarch64;

/// FMLA, FMLS, FMUL, FMULX (by element): "Advanced SIMD vector x indexed element" and its scalar form.
/// @param opcode see [FloatLane]
public record VectorFloatByElement(boolean isScalar, boolean isFull, int opcode, int bits, int index, int rm,
                                   int rn, int rd) implements Instruction {
    /// As [VectorByElement] says; size 0 is half precision.
    static Instruction decode(int w) {
        boolean isFull = Fields.bit(w, 30);
        int size = Fields.bits(w, 23, 22);
        boolean isWrong = size == 1 || size == 3 && (Fields.bit(w, 21) || !isFull);
        if (isWrong) return new Undefined(w);
        int sizeLog = size == 0 ? 1 : size;
        int opcode = switch (Fields.bits(w, 29, 29) << 4 | Fields.bits(w, 15, 12)) {
            case 1  -> FloatLane.FMLA;
            case 5  -> FloatLane.FMLS;
            case 9  -> FloatLane.FMUL;
            default -> FloatLane.FMULX;
        };
        return new VectorFloatByElement(Fields.bit(w, 28), isFull, opcode, Lanes.bits(sizeLog),
            VectorByElement.index(w, sizeLog), VectorByElement.register(w, sizeLog), Fields.rn(w),
            Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long b = Lanes.get(cpu.qLow(rm), cpu.qHigh(rm), bits, index);
        if (isScalar) {
            cpu.setQ(rd, FloatLane.apply(cpu, opcode, bits, cpu.scalar(bits, rn), b, cpu.scalar(bits, rd)),
                0);
        } else {
            long low = half(cpu, cpu.qLow(rn), b, cpu.qLow(rd));
            cpu.setQ(rd, low, isFull ? half(cpu, cpu.qHigh(rn), b, cpu.qHigh(rd)) : 0);
        }
    }

    private long half(Cpu cpu, long n, long b, long d) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++) {
            long lane = FloatLane.apply(cpu, opcode, bits, Lanes.get(n, bits, i), b, Lanes.get(d, bits, i));
            result |= Lanes.at(lane, bits, i);
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String operands = isScalar ? Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog, rn)
            : Text.vector(isFull, sizeLog, rd) + ", " + Text.vector(isFull, sizeLog, rn);
        return FloatLane.name(opcode) + " " + operands + ", " + Text.element(sizeLog, rm, index);
    }
}
