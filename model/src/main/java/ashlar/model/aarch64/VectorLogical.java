package ashlar.model.aarch64;

/// AND, BIC, ORR, ORN, EOR, BSL, BIT, BIF: "Advanced SIMD three same", opcode 00011.
/// @param opcode U and size
public record VectorLogical(boolean isFull, int opcode, int rm, int rn, int rd) implements Instruction {
    //  31 30 29 28.24 23.22 21 20..16 15...11 10 9..5 4..0
    //  0  Q  U  01110 size  1  Rm     00011   1  Rn   Rd
    static final int MASK = 0x9F20_FC00;
    static final int MATCH = 0x0E20_1C00;

    static Instruction decode(int w) {
        return new VectorLogical(Fields.bit(w, 30), Fields.bits(w, 29, 29) << 2 | Fields.bits(w, 23, 22),
            Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long low = combined(cpu.qLow(rn), cpu.qLow(rm), cpu.qLow(rd));
        cpu.setQ(rd, low, isFull ? combined(cpu.qHigh(rn), cpu.qHigh(rm), cpu.qHigh(rd)) : 0);
    }

    private long combined(long n, long m, long d) {
        return switch (opcode) {
            case 0  -> n & m;
            case 1  -> n & ~m;
            case 2  -> n | m;
            case 3  -> n | ~m;
            case 4  -> n ^ m;
            case 5  -> n & d | m & ~d;
            case 6  -> n & m | d & ~m;
            default -> n & ~m | d & m;
        };
    }

    @Override
    public String assembly(long pc) {
        String name = switch (opcode) {
            case 0  -> "and ";
            case 1  -> "bic ";
            case 2  -> rn == rm ? "mov " : "orr ";
            case 3  -> "orn ";
            case 4  -> "eor ";
            case 5  -> "bsl ";
            case 6  -> "bit ";
            default -> "bif ";
        };
        String operands = Text.vector(isFull, 0, rd) + ", " + Text.vector(isFull, 0, rn);
        return name + operands + (opcode == 2 && rn == rm ? "" : ", " + Text.vector(isFull, 0, rm));
    }
}
