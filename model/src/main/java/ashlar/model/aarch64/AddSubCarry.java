package ashlar.model.aarch64;

/// ADC, ADCS, SBC, SBCS: "Add/subtract (with carry)".
public record AddSubCarry(boolean is64, boolean isSub, boolean setsFlags, int rm, int rn, int rd)
    implements Instruction {
    //  31 30 29 28....21 20..16 15..10 9..5 4..0
    //  sf op S  11010000 Rm     000000 Rn   Rd
    static final int MASK = 0b0_0_0_11111111_00000_111111 << 10;
    static final int MATCH = 0b0_0_0_11010000_00000_000000 << 10;

    static Instruction decode(int w) {
        return new AddSubCarry(Fields.bit(w, 31), Fields.bit(w, 30), Fields.bit(w, 29), Fields.rm(w),
            Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long a = cpu.x[rn];
        long b = isSub ? ~cpu.x[rm] : cpu.x[rm];
        if (setsFlags) cpu.setX(rd, cpu.addWithCarry(is64, a, b, cpu.c));
        else cpu.setX(is64, rd, a + b + (cpu.c ? 1 : 0));
    }

    @Override
    public String assembly(long pc) {
        String flags = setsFlags ? "s " : " ";
        if (isSub && rn == 31) return "ngc" + flags + Text.r(is64, rd) + ", " + Text.r(is64, rm);
        return (isSub ? "sbc" : "adc") + flags + Text.r(is64, rd) + ", " + Text.r(is64, rn) + ", "
            + Text.r(is64, rm);
    }
}
