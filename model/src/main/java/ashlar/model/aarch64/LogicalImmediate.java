package ashlar.model.aarch64;

/// AND, ORR, EOR, ANDS (immediate): "Logical (immediate)".
public record LogicalImmediate(boolean is64, int opc, long mask, int rn, int rd) implements Instruction {
    //  31 30.29 28....23 22 21..16 15..10 9..5 4..0
    //  sf opc   100100   N  immr   imms   Rn   Rd
    static final int MASK = 0b0_00_111111 << 23;
    static final int MATCH = 0b0_00_100100 << 23;

    static Instruction decode(int w) {
        boolean is64 = Fields.bit(w, 31);
        int n = Fields.bits(w, 22, 22);
        int imms = Fields.bits(w, 15, 10);
        if (!Operand.isBitMask(is64, n, imms)) return new Undefined(w);
        long mask = Operand.bitMask(is64, n, imms, Fields.bits(w, 21, 16));
        return new LogicalImmediate(is64, Fields.bits(w, 30, 29), mask, Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long a = cpu.x(is64, rn);
        long result = switch (opc) {
            case 0, 3 -> a & mask;
            case 1    -> a | mask;
            default   -> a ^ mask;
        };
        if (opc == 3) {
            cpu.setLogicalFlags(is64, result);
            cpu.setX(rd, result);
        } else {
            cpu.setXOrSp(rd, result);
        }
    }

    @Override
    public String assembly(long pc) {
        String value = Text.hex(mask);
        if (opc == 3 && rd == 31) return "tst " + Text.r(is64, rn) + ", " + value;
        if (opc == 1 && rn == 31 && !MoveWide.canHold(is64, mask))
            return "mov " + Text.rsp(is64, rd) + ", " + value;
        String name = switch (opc) {
            case 0  -> "and ";
            case 1  -> "orr ";
            case 2  -> "eor ";
            default -> "ands ";
        };
        String target = opc == 3 ? Text.r(is64, rd) : Text.rsp(is64, rd);
        return name + target + ", " + Text.r(is64, rn) + ", " + value;
    }
}
