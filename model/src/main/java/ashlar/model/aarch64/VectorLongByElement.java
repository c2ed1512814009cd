package ashlar.model.aarch64;

/// SMULL, UMULL, SMLAL, UMLAL, SMLSL, UMLSL, SQDMULL, SQDMLAL, SQDMLSL (by element): "Advanced SIMD vector x
/// indexed element" and its scalar form.
/// @param opcode see [LongLane]
/// @param bits   of an element of the operands
public record VectorLongByElement(boolean isScalar, boolean isUpper, int opcode, int bits, int index, int rm,
                                  int rn, int rd) implements Instruction {
    /// As [VectorByElement] says.
    static Instruction decode(int w) {
        boolean isScalar = Fields.bit(w, 28);
        int size = Fields.bits(w, 23, 22);
        int opcode = Fields.bits(w, 29, 29) << 4 | longOpcode(Fields.bits(w, 15, 12));
        boolean isWrong = size == 0 || size == 3 || isScalar && !LongLane.isDoubling(opcode);
        if (isWrong) return new Undefined(w);
        return new VectorLongByElement(isScalar, Fields.bit(w, 30), opcode, Lanes.bits(size),
            VectorByElement.index(w, size), VectorByElement.register(w, size), Fields.rn(w), Fields.rd(w));
    }

    private static int longOpcode(int op) {
        return switch (op) {
            case 2  -> 8;
            case 3  -> 9;
            case 6  -> 10;
            case 7  -> 11;
            case 10 -> 12;
            default -> 13;
        };
    }

    @Override
    public void execute(Cpu cpu) {
        long b = Lanes.get(cpu.qLow(rm), cpu.qHigh(rm), bits, index);
        if (isScalar) {
            cpu.setQ(rd, LongLane.apply(cpu, opcode, bits, cpu.scalar(bits, rn), b, cpu.scalar(2 * bits, rd)),
                0);
            return;
        }
        long n = isUpper ? cpu.qHigh(rn) : cpu.qLow(rn);
        long low = half(cpu, n, b, cpu.qLow(rd));
        cpu.setQ(rd, low, half(cpu, n >>> 32, b, cpu.qHigh(rd)));
    }

    private long half(Cpu cpu, long n, long b, long d) {
        long result = 0;
        for (int i = 0; i < 32 / bits; i++) {
            long lane = LongLane.apply(cpu, opcode, bits, Lanes.get(n, bits, i), b,
                Lanes.get(d, 2 * bits, i));
            result |= Lanes.at(lane, 2 * bits, i);
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String element = ", " + Text.element(sizeLog, rm, index);
        String name = LongLane.name(opcode);
        if (isScalar)
            return name + " " + Text.scalar(sizeLog + 1, rd) + ", " + Text.scalar(sizeLog, rn) + element;
        return name + (isUpper ? "2 " : " ") + Text.vector(true, sizeLog + 1, rd) + ", "
            + Text.vector(isUpper, sizeLog, rn) + element;
    }
}
