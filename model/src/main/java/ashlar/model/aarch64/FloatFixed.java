package ashlar.model.aarch64;

/// SCVTF, UCVTF, FCVTZS, FCVTZU (scalar, fixed-point): "Conversion between floating-point and fixed-point".
/// @param scale bits behind the point
public record FloatFixed(boolean is64, int bits, boolean isToFloat, boolean isSigned, int scale, int rn,
                         int rd) implements Instruction {
    //  31 30....24 23.22 21 20.19 18..16 15..10 9..5 4..0
    //  sf 0011110  ptype 0  rmode opcode scale  Rn   Rd
    static final int MASK = 0x7F20_0000;
    static final int MATCH = 0x1E00_0000;

    static Instruction decode(int w) {
        boolean is64 = Fields.bit(w, 31);
        int ptype = Fields.bits(w, 23, 22);
        int kind = Fields.bits(w, 20, 16);
        int scale = 64 - Fields.bits(w, 15, 10);
        boolean isToFloat = kind >>> 1 == 0b00_01;
        boolean isToFixed = kind >>> 1 == 0b11_00;
        if (!FloatType.exists(ptype) || !isToFloat && !isToFixed || !is64 && scale > 32)
            return new Undefined(w);
        return new FloatFixed(is64, FloatType.bits(ptype), isToFloat, !Fields.bit(w, 16), scale, Fields.rn(w),
            Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        int width = is64 ? 64 : 32;
        if (isToFloat) {
            cpu.setQ(rd, FloatConvert.fromFixed(cpu, bits, cpu.x[rn], width, scale, isSigned), 0);
        } else {
            long a = cpu.scalar(bits, rn);
            cpu.setX(rd, FloatConvert.toFixed(cpu, bits, a, width, scale, isSigned, FloatRound.ZERO));
        }
    }

    @Override
    public String assembly(long pc) {
        String places = ", #" + scale;
        return isToFloat ? (isSigned ? "scvtf " : "ucvtf ") + FloatType.register(bits, rd) + ", "
            + Text.r(is64, rn) + places
            : (isSigned ? "fcvtzs " : "fcvtzu ") + Text.r(is64, rd) + ", " + FloatType.register(bits, rn)
            + places;
    }
}
