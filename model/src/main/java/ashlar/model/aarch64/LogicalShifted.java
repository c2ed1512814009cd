package ashlar.model.aarch64;

/// AND, BIC, ORR, ORN, EOR, EON, ANDS, BICS: "Logical (shifted register)".
public record LogicalShifted(boolean is64, int opc, boolean inverts, int type, int amount, int rm, int rn,
                             int rd) implements Instruction {
    //  31 30.29 28...24 23.22 21 20..16 15..10 9..5 4..0
    //  sf opc   01010   shift N  Rm     imm6   Rn   Rd
    static final int MASK = 0b0_00_11111 << 24;
    static final int MATCH = 0b0_00_01010 << 24;

    static Instruction decode(int w) {
        boolean is64 = Fields.bit(w, 31);
        int amount = Fields.bits(w, 15, 10);
        if (!is64 && amount >= 32) return new Undefined(w);
        return new LogicalShifted(is64, Fields.bits(w, 30, 29), Fields.bit(w, 21), Fields.bits(w, 23, 22),
            amount, Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long a = cpu.x[rn];
        long shifted = Operand.shift(is64, cpu.x[rm], type, amount);
        long b = inverts ? ~shifted : shifted;
        long result = switch (opc) {
            case 0, 3 -> a & b;
            case 1    -> a | b;
            default   -> a ^ b;
        };
        if (opc == 3) cpu.setLogicalFlags(is64, result);
        cpu.setX(is64, rd, result);
    }

    @Override
    public String assembly(long pc) {
        String operand = Text.shifted(is64, rm, type, amount);
        if (opc == 3 && rd == 31 && !inverts) return "tst " + Text.r(is64, rn) + ", " + operand;
        if (opc == 1 && rn == 31 && inverts) return "mvn " + Text.r(is64, rd) + ", " + operand;
        if (opc == 1 && rn == 31 && type == 0 && amount == 0)
            return "mov " + Text.r(is64, rd) + ", " + operand;
        String name = switch (opc) {
            case 0  -> inverts ? "bic " : "and ";
            case 1  -> inverts ? "orn " : "orr ";
            case 2  -> inverts ? "eon " : "eor ";
            default -> inverts ? "bics " : "ands ";
        };
        return name + Text.r(is64, rd) + ", " + Text.r(is64, rn) + ", " + operand;
    }
}
