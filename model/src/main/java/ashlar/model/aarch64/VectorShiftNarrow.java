package ashlar.model.aarch64;

/// SHRN, RSHRN, SQSHRN, UQSHRN, SQSHRUN and their rounding and second forms: "Advanced SIMD shift by
/// immediate".
/// @param opcode with U as bit 5
/// @param bits   of an element of the result
public record VectorShiftNarrow(boolean isScalar, boolean isUpper, int opcode, int bits, int amount, int rn,
                                int rd) implements Instruction {
    private static final int SHRN = 0x10;
    private static final int RSHRN = 0x11;

    /// As [VectorShiftImmediate] says.
    static Instruction decode(int w) {
        boolean isScalar = Fields.bit(w, 28);
        int opcode = Fields.bits(w, 29, 29) << 5 | Fields.bits(w, 15, 11);
        if (Fields.bit(w, 22) || isScalar && (opcode == SHRN || opcode == RSHRN)) return new Undefined(w);
        int bits = VectorShiftImmediate.elementBits(w);
        return new VectorShiftNarrow(isScalar, Fields.bit(w, 30), opcode, bits,
            2 * bits - Fields.bits(w, 22, 16), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        if (isScalar) {
            cpu.setQ(rd, lane(cpu, Lanes.get(cpu.qLow(rn), 2 * bits, 0)), 0);
            return;
        }
        long narrow = half(cpu, cpu.qLow(rn), cpu.qHigh(rn));
        cpu.setQ(rd, isUpper ? cpu.qLow(rd) : narrow, isUpper ? narrow : 0);
    }

    private long half(Cpu cpu, long low, long high) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++)
            result |= Lanes.at(lane(cpu, Lanes.get(low, high, 2 * bits, i)), bits, i);
        return result;
    }

    private long lane(Cpu cpu, long a) {
        boolean rounds = (opcode & 1) != 0;
        boolean isTruncated = opcode == SHRN || opcode == RSHRN;
        boolean isSigned = opcode < 0x32;
        long shifted = LaneShift.right(Lanes.extended(a, 2 * bits, isSigned), isSigned, amount, rounds);
        return isTruncated ? shifted : Saturation.narrow(cpu, bits, shifted, isSigned, opcode < 32);
    }

    @Override
    public String assembly(long pc) {
        String name = (opcode & ~1) == 0x30 ? "shrun" : "shrn";
        boolean rounds = (opcode & 1) != 0;
        String prefix = opcode <= RSHRN ? "" : opcode >= 0x32 ? "uq" : "sq";
        int sizeLog = Lanes.sizeLog(bits);
        String full = prefix + (rounds ? "r" : "") + name;
        if (isScalar)
            return full + " " + Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog + 1, rn) + ", #"
            + amount;
        return full + (isUpper ? "2 " : " ") + Text.vector(isUpper, sizeLog, rd) + ", "
            + Text.vector(true, sizeLog + 1, rn) + ", #" + amount;
    }
}
