package ashlar.model.aarch64;

/// ADD, ADDS, SUB, SUBS: "Add/subtract (shifted register)".
public record AddSubShifted(boolean is64, boolean isSub, boolean setsFlags, int type, int amount, int rm,
                            int rn, int rd) implements Instruction {
    //  31 30 29 28...24 23.22 21 20..16 15..10 9..5 4..0
    //  sf op S  01011   shift 0  Rm     imm6   Rn   Rd
    static final int MASK = 0b0_0_0_11111_00_1 << 21;
    static final int MATCH = 0b0_0_0_01011_00_0 << 21;

    static Instruction decode(int w) {
        boolean is64 = Fields.bit(w, 31);
        int type = Fields.bits(w, 23, 22);
        int amount = Fields.bits(w, 15, 10);
        if (type == Operand.ROR || !is64 && amount >= 32) return new Undefined(w);
        return new AddSubShifted(is64, Fields.bit(w, 30), Fields.bit(w, 29), type, amount, Fields.rm(w),
            Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long a = cpu.x[rn];
        long b = Operand.shift(is64, cpu.x[rm], type, amount);
        if (setsFlags) cpu.setX(rd, cpu.addWithCarry(is64, a, isSub ? ~b : b, isSub));
        else cpu.setX(is64, rd, isSub ? a - b : a + b);
    }

    @Override
    public String assembly(long pc) {
        String operand = Text.shifted(is64, rm, type, amount);
        String flags = setsFlags ? "s " : " ";
        if (setsFlags && rd == 31) return (isSub ? "cmp " : "cmn ") + Text.r(is64, rn) + ", " + operand;
        if (isSub && rn == 31) return "neg" + flags + Text.r(is64, rd) + ", " + operand;
        return (isSub ? "sub" : "add") + flags + Text.r(is64, rd) + ", " + Text.r(is64, rn) + ", " + operand;
    }
}
