package ashlar.model.aarch64;

/// FCSEL: "Floating-point conditional select".
public record FloatConditionalSelect(int bits, int rm, int cond, int rn, int rd) implements Instruction {
    //  31....24 23.22 21 20..16 15..12 11.10 9..5 4..0
    //  00011110 ptype 1  Rm     cond   11    Rn   Rd
    static final int MASK = 0xFF20_0C00;
    static final int MATCH = 0x1E20_0C00;

    static Instruction decode(int w) {
        int ptype = Fields.bits(w, 23, 22);
        if (!FloatType.exists(ptype)) return new Undefined(w);
        return new FloatConditionalSelect(FloatType.bits(ptype), Fields.rm(w), Fields.bits(w, 15, 12),
            Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.setQ(rd, cpu.scalar(bits, Condition.holds(cpu, cond) ? rn : rm), 0);
    }

    @Override
    public String assembly(long pc) {
        return "fcsel " + FloatType.register(bits, rd) + ", " + FloatType.register(bits, rn) + ", "
            + FloatType.register(bits, rm) + ", " + Condition.name(cond);
    }
}
