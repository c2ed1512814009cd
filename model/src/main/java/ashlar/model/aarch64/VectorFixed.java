package ashlar.model.aarch64;

/// SCVTF, UCVTF, FCVTZS, FCVTZU (vector, fixed-point): "Advanced SIMD shift by immediate" and its scalar
/// form.
/// @param scale bits behind the point
public record VectorFixed(boolean isScalar, boolean isFull, boolean isSigned, boolean isToFloat, int bits,
                          int scale, int rn, int rd) implements Instruction {
    /// As [VectorShiftImmediate] says.
    static Instruction decode(int w) {
        int bits = VectorShiftImmediate.elementBits(w);
        boolean isScalar = Fields.bit(w, 28);
        boolean isFull = Fields.bit(w, 30);
        if (bits == 8 || bits == 64 && !isFull) return new Undefined(w);
        return new VectorFixed(isScalar, isFull, !Fields.bit(w, 29), Fields.bits(w, 15, 11) == 0x1C, bits,
            2 * bits - Fields.bits(w, 22, 16), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        if (isScalar) {
            cpu.setQ(rd, lane(cpu, cpu.scalar(bits, rn)), 0);
        } else {
            long low = half(cpu, cpu.qLow(rn));
            cpu.setQ(rd, low, isFull ? half(cpu, cpu.qHigh(rn)) : 0);
        }
    }

    private long half(Cpu cpu, long n) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++) result |= Lanes.at(lane(cpu, Lanes.get(n, bits, i)), bits, i);
        return result;
    }

    private long lane(Cpu cpu, long a) {
        return isToFloat ? FloatConvert.fromFixed(cpu, bits, a, bits, scale, isSigned)
            : FloatConvert.toFixed(cpu, bits, a, bits, scale, isSigned, FloatRound.ZERO);
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String name = isToFloat ? isSigned ? "scvtf " : "ucvtf " : isSigned ? "fcvtzs " : "fcvtzu ";
        String operands = isScalar ? Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog, rn)
            : Text.vector(isFull, sizeLog, rd) + ", " + Text.vector(isFull, sizeLog, rn);
        return name + operands + ", #" + scale;
    }
}
