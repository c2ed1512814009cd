package ashlar.model.aarch64;

/// SSHR to SQSHL, those that keep the width of elements: "Advanced SIMD shift by immediate" and its scalar
/// form.
/// @param opcode with U as bit 5
/// @param amount to the right up to SRI, then to the left
public record VectorShiftImmediate(boolean isScalar, boolean isFull, int opcode, int bits, int amount, int rn,
                                   int rd) implements Instruction {
    //  31 30 29 28.23  22..19 18..16 15..11 10 9..5 4..0
    //  0  Q  U  s11110 immh   immb   opcode 1  Rn   Rd       s: scalar, with Q = 1
    static final int MASK = 0x8F80_0400;
    static final int MATCH = 0x0F00_0400;
    private static final int SRI = 0x28;
    private static final int SHL = 0x0A;
    private static final int SLI = 0x2A;
    private static final int SQSHLU = 0x2C;
    private static final int SQSHL = 0x0E;
    private static final int UQSHL = 0x2E;

    static Instruction decode(int w) {
        int op = Fields.bits(w, 15, 11);
        if (Fields.bits(w, 22, 19) == 0 || Fields.bit(w, 28) && !Fields.bit(w, 30)) return new Undefined(w);
        return switch (op) {
            case 0x10, 0x11, 0x12, 0x13 -> VectorShiftNarrow.decode(w);
            case 0x14                   -> VectorShiftLong.decode(w);
            case 0x1C, 0x1F             -> VectorFixed.decode(w);
            default                     -> decodeSame(w, Fields.bits(w, 29, 29) << 5 | op);
        };
    }

    private static Instruction decodeSame(int w, int opcode) {
        boolean isScalar = Fields.bit(w, 28);
        boolean isFull = Fields.bit(w, 30);
        boolean isWide = Fields.bit(w, 22);
        boolean saturates = (opcode & 31) >= 0x0C;
        boolean isWrong = !exists(opcode) || (isScalar ? !isWide && !saturates : isWide && !isFull);
        if (isWrong) return new Undefined(w);
        int bits = elementBits(w);
        int field = Fields.bits(w, 22, 16);
        int amount = isRight(opcode) ? 2 * bits - field : field - bits;
        return new VectorShiftImmediate(isScalar, isFull, opcode, bits, amount, Fields.rn(w), Fields.rd(w));
    }

    private static boolean exists(int opcode) {
        return switch (opcode) {
            case 0x00, 0x20, 0x02, 0x22, 0x04, 0x24, 0x06, 0x26, SRI, SHL, SLI, SQSHLU, SQSHL, UQSHL -> true;
            default -> false;
        };
    }

    /// What the highest bit set in immh, which is not 0, says.
    static int elementBits(int w) {
        return 8 * Integer.highestOneBit(Fields.bits(w, 22, 19));
    }

    private static boolean isRight(int opcode) {
        return (opcode & 31) <= 0x08;
    }

    @Override
    public void execute(Cpu cpu) {
        if (isScalar) {
            cpu.setQ(rd, lane(cpu, cpu.qLow(rn), cpu.qLow(rd), 0), 0);
        } else {
            long low = half(cpu, cpu.qLow(rn), cpu.qLow(rd));
            cpu.setQ(rd, low, isFull ? half(cpu, cpu.qHigh(rn), cpu.qHigh(rd)) : 0);
        }
    }

    private long half(Cpu cpu, long n, long d) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++) result |= lane(cpu, n, d, i);
        return result;
    }

    private long lane(Cpu cpu, long n, long d, int i) {
        return Lanes.at(apply(cpu, Lanes.get(n, bits, i), Lanes.get(d, bits, i)), bits, i);
    }

    private long apply(Cpu cpu, long a, long d) {
        return switch (opcode) {
            case SRI    -> amount == 64 ? d : a >>> amount | d & ~(Lanes.mask(bits) >>> amount);
            case SHL    -> a << amount;
            case SLI    -> a << amount | d & ((1L << amount) - 1);
            case SQSHLU -> Saturation.shiftLeftToUnsigned(cpu, bits, a, amount);
            case SQSHL  -> Saturation.shiftLeft(cpu, bits, true, a, amount);
            case UQSHL  -> Saturation.shiftLeft(cpu, bits, false, a, amount);
            default     -> right(a) + ((opcode & 2) != 0 ? d : 0);
        };
    }

    private long right(long a) {
        boolean isSigned = opcode < 32;
        return LaneShift.right(Lanes.extended(a, bits, isSigned), isSigned, amount, (opcode & 4) != 0);
    }

    private static String name(int opcode) {
        String sign = opcode < 32 ? "s" : "u";
        return switch (opcode) {
            case 0x00, 0x20 -> sign + "shr";
            case 0x02, 0x22 -> sign + "sra";
            case 0x04, 0x24 -> sign + "rshr";
            case 0x06, 0x26 -> sign + "rsra";
            case SRI        -> "sri";
            case SHL        -> "shl";
            case SLI        -> "sli";
            case SQSHLU     -> "sqshlu";
            case SQSHL      -> "sqshl";
            default         -> "uqshl";
        };
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String operands = isScalar ? Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog, rn)
            : Text.vector(isFull, sizeLog, rd) + ", " + Text.vector(isFull, sizeLog, rn);
        return name(opcode) + " " + operands + ", #" + amount;
    }
}
