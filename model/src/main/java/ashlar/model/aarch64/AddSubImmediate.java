package ashlar.model.aarch64;

/// ADD, ADDS, SUB, SUBS (immediate): "Add/subtract (immediate)".
/// Register 31 reads as SP; it is written as SP, or is the zero register if flags are set.
public record AddSubImmediate(boolean is64, boolean isSub, boolean setsFlags, boolean isShifted, long imm,
                              int rn, int rd) implements Instruction {
    //  31 30 29 28....23 22 21......10 9..5 4..0
    //  sf op S  100010   sh   imm12     Rn   Rd
    static final int MASK = 0b0_0_0_111111 << 23;
    static final int MATCH = 0b0_0_0_100010 << 23;

    static Instruction decode(int w) {
        boolean isShifted = Fields.bit(w, 22);
        long imm12 = Fields.bits(w, 21, 10);
        return new AddSubImmediate(Fields.bit(w, 31), Fields.bit(w, 30), Fields.bit(w, 29), isShifted,
            isShifted ? imm12 << 12 : imm12, Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        if (setsFlags) {
            long sum = cpu.addWithCarry(is64, cpu.xOrSp(rn), isSub ? ~imm : imm, isSub);
            cpu.setX(rd, sum);
        } else {
            long sum = isSub ? cpu.xOrSp(rn) - imm : cpu.xOrSp(rn) + imm;
            cpu.setXOrSp(rd, is64 ? sum : sum & 0xFFFF_FFFFL);
        }
    }

    @Override
    public String assembly(long pc) {
        String source = Text.rsp(is64, rn);
        String value = isShifted ? Text.hex(imm >>> 12) + ", lsl #12" : Text.hex(imm);
        if (setsFlags && rd == 31) return (isSub ? "cmp " : "cmn ") + source + ", " + value;
        boolean isMove = !isSub && !setsFlags && !isShifted && imm == 0 && (rd == 31 || rn == 31);
        if (isMove) return "mov " + Text.rsp(is64, rd) + ", " + source;
        String target = setsFlags ? Text.r(is64, rd) : Text.rsp(is64, rd);
        return (isSub ? "sub" : "add") + (setsFlags ? "s " : " ") + target + ", " + source + ", " + value;
    }
}
