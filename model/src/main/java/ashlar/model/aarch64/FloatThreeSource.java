package ashlar.model.aarch64;

/// FMADD, FMSUB, FNMADD, FNMSUB: "Floating-point data-processing (3 source)".
public record FloatThreeSource(int bits, boolean negatesAddend, int rm, boolean isDifferent, int ra, int rn,
                               int rd) implements Instruction {
    //  31....24 23.22 21 20..16 15 14..10 9..5 4..0
    //  00011111 ptype o1 Rm     o0 Ra     Rn   Rd
    static final int MASK = 0xFF00_0000;
    static final int MATCH = 0x1F00_0000;

    static Instruction decode(int w) {
        int ptype = Fields.bits(w, 23, 22);
        if (!FloatType.exists(ptype)) return new Undefined(w);
        return new FloatThreeSource(FloatType.bits(ptype), Fields.bit(w, 21), Fields.rm(w), Fields.bit(w, 15),
            Fields.ra(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long a = cpu.scalar(bits, rn);
        long addend = cpu.scalar(bits, ra);
        boolean negatesProduct = isDifferent != negatesAddend;
        long result = FloatFusedMultiply.add(cpu, bits,
            negatesAddend ? FloatFormat.negated(bits, addend) : addend,
            negatesProduct ? FloatFormat.negated(bits, a) : a, cpu.scalar(bits, rm));
        cpu.setQ(rd, result, 0);
    }

    @Override
    public String assembly(long pc) {
        return "f" + (negatesAddend ? "n" : "") + (isDifferent ? "msub " : "madd ")
            + FloatType.register(bits, rd) + ", " + FloatType.register(bits, rn) + ", "
            + FloatType.register(bits, rm) + ", "
            + FloatType.register(bits, ra);
    }
}
