package ashlar.model.aarch64;

/// FMOV, FABS, FNEG, FSQRT, FCVT, FRINT: "Floating-point data-processing (1 source)".
public record FloatOneSource(int bits, int opcode, int rn, int rd) implements Instruction {
    //  31....24 23.22 21 20..15 14..10 9..5 4..0
    //  00011110 ptype 1  opcode 10000  Rn   Rd
    static final int MASK = 0xFF20_7C00;
    static final int MATCH = 0x1E20_4000;
    private static final int FMOV = 0;
    private static final int FABS = 1;
    private static final int FNEG = 2;
    private static final int FSQRT = 3;
    private static final int FCVT = 4;
    private static final int FRINT = 8;

    static Instruction decode(int w) {
        int ptype = Fields.bits(w, 23, 22);
        int opcode = Fields.bits(w, 20, 15);
        boolean isConversion = opcode >>> 2 == FCVT >>> 2;
        boolean isWrong = !FloatType.exists(ptype) || opcode > 15 || opcode == 13
            || isConversion && (opcode == FCVT + 2 || opcode == FCVT + ptype);
        return isWrong ? new Undefined(w)
            : new FloatOneSource(FloatType.bits(ptype), opcode, Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.setQ(rd, result(cpu, cpu.scalar(bits, rn)), 0);
    }

    private long result(Cpu cpu, long a) {
        return switch (opcode) {
            case FMOV    -> a;
            case FABS    -> FloatCompare.absolute(bits, a);
            case FNEG    -> FloatFormat.negated(bits, a);
            case FSQRT   -> FloatArithmetic.sqrt(cpu, bits, a);
            case 4, 5, 7 -> FloatConvert.convert(cpu, bits, FloatType.bits(opcode & 3), a);
            default      -> FloatConvert.toWhole(cpu, bits, a, wholeMode(cpu, opcode & 7),
                opcode == FRINT + 6);
        };
    }

    /// N, P, M, Z, A, then X and I, which round as FPCR says.
    static int wholeMode(Cpu cpu, int kind) {
        return kind <= FloatRound.TIES_AWAY ? kind : FloatRound.mode(cpu);
    }

    static String wholeName(int kind) {
        return "frint" + switch (kind) {
            case 0  -> "n";
            case 1  -> "p";
            case 2  -> "m";
            case 3  -> "z";
            case 4  -> "a";
            case 6  -> "x";
            default -> "i";
        };
    }

    @Override
    public String assembly(long pc) {
        String name = switch (opcode) {
            case FMOV    -> "fmov";
            case FABS    -> "fabs";
            case FNEG    -> "fneg";
            case FSQRT   -> "fsqrt";
            case 4, 5, 7 -> "fcvt";
            default      -> wholeName(opcode & 7);
        };
        int to = opcode >>> 2 == 1 ? FloatType.bits(opcode & 3) : bits;
        return name + " " + FloatType.register(to, rd) + ", " + FloatType.register(bits, rn);
    }
}
