package ashlar.model.aarch64;

/// FCCMP, FCCMPE: "Floating-point conditional compare".
public record FloatConditionalCompare(int bits, int rm, int cond, int rn, boolean isStrict, int nzcv)
    implements Instruction {
    //  31....24 23.22 21 20..16 15..12 11.10 9..5 4  3..0
    //  00011110 ptype 1  Rm     cond   01    Rn   op nzcv
    static final int MASK = 0xFF20_0C00;
    static final int MATCH = 0x1E20_0400;

    static Instruction decode(int w) {
        int ptype = Fields.bits(w, 23, 22);
        if (!FloatType.exists(ptype)) return new Undefined(w);
        return new FloatConditionalCompare(FloatType.bits(ptype), Fields.rm(w), Fields.bits(w, 15, 12),
            Fields.rn(w), Fields.bit(w, 4), Fields.bits(w, 3, 0));
    }

    @Override
    public void execute(Cpu cpu) {
        if (Condition.holds(cpu, cond))
            FloatCompare.compareToFlags(cpu, bits, cpu.scalar(bits, rn), cpu.scalar(bits, rm), isStrict);
        else
            cpu.setNzcv((long) nzcv << 28);
    }

    @Override
    public String assembly(long pc) {
        return (isStrict ? "fccmpe " : "fccmp ") + FloatType.register(bits, rn) + ", "
            + FloatType.register(bits, rm) + ", " + Text.hex(nzcv) + ", " + Condition.name(cond);
    }
}
