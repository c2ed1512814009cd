package ashlar.model.aarch64;

/// ADD, ADDS, SUB, SUBS: "Add/subtract (extended register)". Register 31 is SP as in [AddSubImmediate].
public record AddSubExtended(boolean is64, boolean isSub, boolean setsFlags, int option, int amount, int rm,
                             int rn, int rd) implements Instruction {
    //  31 30 29 28...24 23.22 21 20..16 15..13 12..10 9..5 4..0
    //  sf op S  01011   00    1  Rm     option imm3   Rn   Rd
    static final int MASK = 0b0_0_0_11111_11_1 << 21;
    static final int MATCH = 0b0_0_0_01011_00_1 << 21;

    static Instruction decode(int w) {
        int amount = Fields.bits(w, 12, 10);
        if (amount > 4) return new Undefined(w);
        return new AddSubExtended(Fields.bit(w, 31), Fields.bit(w, 30), Fields.bit(w, 29),
            Fields.bits(w, 15, 13), amount, Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long a = cpu.xOrSp(rn);
        long b = Operand.extend(cpu.x[rm], option, amount);
        if (setsFlags) {
            cpu.setX(rd, cpu.addWithCarry(is64, a, isSub ? ~b : b, isSub));
        } else {
            long sum = isSub ? a - b : a + b;
            cpu.setXOrSp(rd, is64 ? sum : sum & 0xFFFF_FFFFL);
        }
    }

    @Override
    public String assembly(long pc) {
        boolean isWide = is64 && (option & 3) == 3;
        boolean isShift = option == (is64 ? 3 : 2) && (rn == 31 || rd == 31 && !setsFlags);
        String extension = isShift ? amount == 0 ? "" : ", lsl #" + amount
            : ", " + Text.extendName(option) + (amount == 0 ? "" : " #" + amount);
        String operands = Text.rsp(is64, rn) + ", " + Text.r(isWide, rm) + extension;
        if (setsFlags && rd == 31) return (isSub ? "cmp " : "cmn ") + operands;
        String target = setsFlags ? Text.r(is64, rd) : Text.rsp(is64, rd);
        return (isSub ? "sub" : "add") + (setsFlags ? "s " : " ") + target + ", " + operands;
    }
}
