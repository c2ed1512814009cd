package ashlar.model.aarch64;

/// MOVI, MVNI, ORR, BIC (vector, immediate), FMOV (vector, immediate): "Advanced SIMD modified immediate".
/// @param operation MOVI or FMOV, ORR, BIC
public record VectorImmediate(boolean isFull, int operation, long value, int cmode, boolean op, int imm8,
                              int rd) implements Instruction {
    //  31 30 29 28......19 18..16 15..12 11 10 9...5 4..0
    //  0  Q  op 0111100000 abc    cmode  o2 1  defgh Rd
    static final int MASK = 0x9FF8_0400;
    static final int MATCH = 0x0F00_0400;
    private static final int MOV = 0;
    private static final int ORR = 1;
    private static final int BIC = 2;

    static Instruction decode(int w) {
        boolean isFull = Fields.bit(w, 30);
        boolean op = Fields.bit(w, 29);
        int cmode = Fields.bits(w, 15, 12);
        boolean isHalf = Fields.bit(w, 11);
        int imm8 = Fields.bits(w, 18, 16) << 5 | Fields.bits(w, 9, 5);
        boolean isWrong = isHalf && (cmode != 15 || op) || cmode == 15 && op && !isFull;
        if (isWrong) return new Undefined(w);
        boolean isLogical = cmode < 12 && (cmode & 1) == 1;
        int operation = isLogical ? op ? BIC : ORR : MOV;
        long pattern = pattern(cmode, op, imm8, isHalf);
        boolean inverts = op && !isLogical && cmode < 14;
        return new VectorImmediate(isFull, operation, inverts ? ~pattern : pattern, isHalf ? 16 : cmode, op,
            imm8, Fields.rd(w));
    }

    private static long pattern(int cmode, boolean op, long imm8, boolean isHalf) {
        return switch (cmode) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> Operand.replicate(imm8 << 8 * (cmode >>> 1), 32);
            case 8, 9, 10, 11           -> Operand.replicate(imm8 << 8 * (cmode >>> 1 & 1), 16);
            case 12                     -> Operand.replicate(imm8 << 8 | 0xFF, 32);
            case 13                     -> Operand.replicate(imm8 << 16 | 0xFFFF, 32);
            case 14                     -> op ? bytesOfBits(imm8) : Operand.replicate(imm8, 8);
            default                     -> floats(op, (int) imm8, isHalf);
        };
    }

    private static long floats(boolean op, int imm8, boolean isHalf) {
        int bits = isHalf ? 16 : op ? 64 : 32;
        return Operand.replicate(FloatType.immediate(bits, imm8), bits);
    }

    /// Each bit becomes eight.
    private static long bytesOfBits(long imm8) {
        long result = 0;
        for (int i = 0; i < 8; i++) result |= (imm8 >>> i & 1) * 0xFF << 8 * i;
        return result;
    }

    @Override
    public void execute(Cpu cpu) {
        long low = combined(cpu.qLow(rd));
        cpu.setQ(rd, low, isFull ? combined(cpu.qHigh(rd)) : 0);
    }

    private long combined(long d) {
        return switch (operation) {
            case ORR -> d | value;
            case BIC -> d & ~value;
            default  -> value;
        };
    }

    @Override
    public String assembly(long pc) {
        if (cmode >= 15) {
            int sizeLog = cmode == 16 ? 1 : op ? 3 : 2;
            return "fmov " + Text.vector(isFull, sizeLog, rd) + ", " + FloatType.immediateText(imm8);
        }
        if (cmode == 14) {
            if (!op) return "movi " + Text.vector(isFull, 0, rd) + ", " + Text.hex(imm8);
            return "movi " + (isFull ? Text.vector(true, 3, rd) : Text.scalar(3, rd)) + ", "
                + Text.hex(value);
        }
        String name = operation == ORR ? "orr " : operation == BIC ? "bic " : op ? "mvni " : "movi ";
        int sizeLog = cmode >= 8 && cmode < 12 ? 1 : 2;
        return name + Text.vector(isFull, sizeLog, rd) + ", " + Text.hex(imm8) + shiftText();
    }

    private String shiftText() {
        if (cmode >= 12) return ", msl #" + (cmode == 12 ? 8 : 16);
        int amount = 8 * (cmode >>> 1 & (cmode < 8 ? 3 : 1));
        return amount == 0 ? "" : ", lsl #" + amount;
    }
}
