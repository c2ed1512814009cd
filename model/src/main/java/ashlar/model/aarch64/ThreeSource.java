package ashlar.model.aarch64;

/// MADD, MSUB, SMADDL, SMSUBL, SMULH, UMADDL, UMSUBL, UMULH: "Data-processing (3 source)".
public record ThreeSource(boolean is64, int op31, boolean isSub, int rm, int ra, int rn, int rd)
    implements Instruction {
    //  31 30.29 28...24 23.21 20..16 15 14..10 9..5 4..0
    //  sf 00    11011   op31  Rm     o0 Ra     Rn   Rd
    static final int MASK = 0x7F00_0000;
    static final int MATCH = 0x1B00_0000;
    private static final int MUL = 0;
    private static final int SMULL = 1;
    private static final int SMULH = 2;
    private static final int UMULL = 5;
    private static final int UMULH = 6;

    static Instruction decode(int w) {
        boolean is64 = Fields.bit(w, 31);
        int op31 = Fields.bits(w, 23, 21);
        boolean isSub = Fields.bit(w, 15);
        boolean isHigh = op31 == SMULH || op31 == UMULH;
        boolean isWrong = op31 != MUL && !is64 || isHigh && isSub
            || !isHigh && op31 != MUL && op31 != SMULL && op31 != UMULL;
        if (isWrong) return new Undefined(w);
        return new ThreeSource(is64, op31, isSub, Fields.rm(w), Fields.ra(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long a = cpu.x[rn];
        long b = cpu.x[rm];
        long product = switch (op31) {
            case MUL   -> a * b;
            case SMULL -> (long) (int) a * (int) b;
            case UMULL -> (a & 0xFFFF_FFFFL) * (b & 0xFFFF_FFFFL);
            case SMULH -> Math.multiplyHigh(a, b);
            default    -> Math.unsignedMultiplyHigh(a, b);
        };
        boolean isHigh = op31 == SMULH || op31 == UMULH;
        long base = isHigh ? 0 : cpu.x[ra];
        cpu.setX(is64, rd, isSub ? base - product : base + product);
    }

    @Override
    public String assembly(long pc) {
        boolean isLong = op31 == SMULL || op31 == UMULL;
        String prefix = op31 == MUL ? "" : op31 <= SMULH ? "s" : "u";
        String sources = Text.r(is64 && !isLong, rn) + ", " + Text.r(is64 && !isLong, rm);
        String target = Text.r(is64, rd) + ", ";
        if (op31 == SMULH || op31 == UMULH) return prefix + "mulh " + target + sources;
        String suffix = isLong ? "l " : " ";
        if (ra == 31) return prefix + (isSub ? "mneg" : "mul") + suffix + target + sources;
        return prefix + (isSub ? "msub" : "madd") + suffix + target + sources + ", " + Text.r(is64, ra);
    }
}
