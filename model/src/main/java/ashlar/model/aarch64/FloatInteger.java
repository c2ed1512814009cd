package ashlar.model.aarch64;

/// FCVTNS to FCVTAU, SCVTF, UCVTF, FMOV (general): "Conversion between floating-point and integer".
public record FloatInteger(boolean is64, int bits, int rmode, int opcode, int rn, int rd)
    implements Instruction {
    //  31 30....24 23.22 21 20.19 18..16 15..10 9..5 4..0
    //  sf 0011110  ptype 1  rmode opcode 000000 Rn   Rd
    static final int MASK = 0x7F20_FC00;
    static final int MATCH = 0x1E20_0000;
    private static final int SCVTF = 2;
    private static final int UCVTF = 3;
    private static final int FCVTAS = 4;
    private static final int FMOV_FROM = 6;
    private static final int FMOV_TO = 7;

    static Instruction decode(int w) {
        boolean is64 = Fields.bit(w, 31);
        int ptype = Fields.bits(w, 23, 22);
        int rmode = Fields.bits(w, 20, 19);
        int opcode = Fields.bits(w, 18, 16);
        if (opcode >= FMOV_FROM && rmode == 1 && is64 && ptype == 2)
            return new MoveHigh(opcode == FMOV_TO, Fields.rn(w), Fields.rd(w));
        boolean isMove = opcode >= FMOV_FROM;
        boolean isWrong = !FloatType.exists(ptype) || opcode >= SCVTF && rmode != 0
            || isMove && ptype != 3 && is64 != (ptype == 1);
        if (isWrong) return new Undefined(w);
        return new FloatInteger(is64, FloatType.bits(ptype), rmode, opcode, Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        int width = is64 ? 64 : 32;
        switch (opcode) {
            case SCVTF, UCVTF ->
                cpu.setQ(rd, FloatConvert.fromFixed(cpu, bits, cpu.x[rn], width, 0, opcode == SCVTF), 0);
            case FMOV_FROM -> cpu.setX(rd, cpu.scalar(bits, rn));
            case FMOV_TO   -> cpu.setQ(rd, cpu.x[rn] & -1L >>> (64 - bits), 0);
            default        -> cpu.setX(rd, toInteger(cpu, width));
        }
    }

    private long toInteger(Cpu cpu, int width) {
        int mode = opcode >= FCVTAS ? FloatRound.TIES_AWAY : rmode;
        return FloatConvert.toFixed(cpu, bits, cpu.scalar(bits, rn), width, 0, (opcode & 1) == 0, mode);
    }

    static String modeName(int mode) {
        return switch (mode) {
            case 0  -> "n";
            case 1  -> "p";
            case 2  -> "m";
            case 3  -> "z";
            default -> "a";
        };
    }

    @Override
    public String assembly(long pc) {
        String general = Text.r(is64, opcode == SCVTF || opcode == UCVTF || opcode == FMOV_TO ? rn : rd);
        return switch (opcode) {
            case SCVTF     -> "scvtf " + FloatType.register(bits, rd) + ", " + general;
            case UCVTF     -> "ucvtf " + FloatType.register(bits, rd) + ", " + general;
            case FMOV_TO   -> "fmov " + FloatType.register(bits, rd) + ", " + general;
            case FMOV_FROM -> "fmov " + general + ", " + FloatType.register(bits, rn);
            default        -> "fcvt" + modeName(opcode >= FCVTAS ? 4 : rmode)
                + ((opcode & 1) == 0 ? "s " : "u ") + general + ", " + FloatType.register(bits, rn);
        };
    }
}
