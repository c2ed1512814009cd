package ashlar.model.aarch64;

/// FMOV (scalar, immediate): "Floating-point immediate".
public record FloatImmediate(int bits, long value, int imm8, int rd) implements Instruction {
    //  31....24 23.22 21 20..13 12.10 9..5  4..0
    //  00011110 ptype 1  imm8   100   00000 Rd
    static final int MASK = 0xFF20_1FE0;
    static final int MATCH = 0x1E20_1000;

    static Instruction decode(int w) {
        int ptype = Fields.bits(w, 23, 22);
        if (!FloatType.exists(ptype)) return new Undefined(w);
        int imm8 = Fields.bits(w, 20, 13);
        int bits = FloatType.bits(ptype);
        return new FloatImmediate(bits, FloatType.immediate(bits, imm8), imm8, Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.setQ(rd, value, 0);
    }

    @Override
    public String assembly(long pc) {
        return "fmov " + FloatType.register(bits, rd) + ", " + FloatType.immediateText(imm8);
    }
}
