package ashlar.model.aarch64;

/// CCMN, CCMP: "Conditional compare (register)" and "Conditional compare (immediate)".
/// @param rm a register, or the immediate
public record ConditionalCompare(boolean is64, boolean isSub, boolean isImmediate, int rm, int cond, int rn,
                                 int nzcv) implements Instruction {
    //  31 30 29 28....21 20..16 15..12 11 10 9..5 4 3..0
    //  sf op 1  11010010 Rm     cond   I  0  Rn   0 nzcv
    static final int MASK = 0x3FE0_0410;
    static final int MATCH = 0x3A40_0000;

    static Instruction decode(int w) {
        return new ConditionalCompare(Fields.bit(w, 31), Fields.bit(w, 30), Fields.bit(w, 11), Fields.rm(w),
            Fields.bits(w, 15, 12), Fields.rn(w), Fields.bits(w, 3, 0));
    }

    @Override
    public void execute(Cpu cpu) {
        if (Condition.holds(cpu, cond)) {
            long b = isImmediate ? rm : cpu.x[rm];
            long _ = cpu.addWithCarry(is64, cpu.x[rn], isSub ? ~b : b, isSub);
        } else {
            cpu.setNzcv((long) nzcv << 28);
        }
    }

    @Override
    public String assembly(long pc) {
        String operand = isImmediate ? Text.hex(rm) : Text.r(is64, rm);
        return (isSub ? "ccmp " : "ccmn ") + Text.r(is64, rn) + ", " + operand + ", " + Text.hex(nzcv) + ", "
            + Condition.name(cond);
    }
}
