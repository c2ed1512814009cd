package ashlar.model.aarch64;

/// EXTR: "Extract".
public record Extract(boolean is64, int lsb, int rm, int rn, int rd) implements Instruction {
    //  31 30.29 28....23 22 21 20..16 15..10 9..5 4..0
    //  sf 00    100111   N  0  Rm     imms   Rn   Rd
    static final int MASK = 0b0_11_111111_0_1 << 21;
    static final int MATCH = 0b0_00_100111_0_0 << 21;

    static Instruction decode(int w) {
        boolean is64 = Fields.bit(w, 31);
        int lsb = Fields.bits(w, 15, 10);
        if (Fields.bit(w, 22) != is64 || !is64 && lsb >= 32) return new Undefined(w);
        return new Extract(is64, lsb, Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long low = cpu.x(is64, rm);
        long high = cpu.x[rn];
        long result = lsb == 0 ? low : low >>> lsb | high << ((is64 ? 64 : 32) - lsb);
        cpu.setX(is64, rd, result);
    }

    @Override
    public String assembly(long pc) {
        String target = Text.r(is64, rd) + ", " + Text.r(is64, rn);
        if (rn == rm) return "ror " + target + ", #" + lsb;
        return "extr " + target + ", " + Text.r(is64, rm) + ", #" + lsb;
    }
}
