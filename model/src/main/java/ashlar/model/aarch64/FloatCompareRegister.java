package ashlar.model.aarch64;

/// FCMP, FCMPE: "Floating-point compare".
public record FloatCompareRegister(int bits, int rm, int rn, boolean isStrict, boolean isWithZero)
    implements Instruction {
    //  31....24 23.22 21 20..16 15..10 9..5 4 3 2.0
    //  00011110 ptype 1  Rm     001000 Rn   E Z 000
    static final int MASK = 0xFF20_FC07;
    static final int MATCH = 0x1E20_2000;

    static Instruction decode(int w) {
        int ptype = Fields.bits(w, 23, 22);
        if (!FloatType.exists(ptype)) return new Undefined(w);
        return new FloatCompareRegister(FloatType.bits(ptype), Fields.rm(w), Fields.rn(w), Fields.bit(w, 4),
            Fields.bit(w, 3));
    }

    @Override
    public void execute(Cpu cpu) {
        long b = isWithZero ? 0 : cpu.scalar(bits, rm);
        FloatCompare.compareToFlags(cpu, bits, cpu.scalar(bits, rn), b, isStrict);
    }

    @Override
    public String assembly(long pc) {
        return (isStrict ? "fcmpe " : "fcmp ") + FloatType.register(bits, rn) + ", "
            + (isWithZero ? "#0.0" : FloatType.register(bits, rm));
    }
}
