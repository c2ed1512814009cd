package ashlar.model.aarch64;

/// SADDLV, UADDLV, SMAXV, UMAXV, SMINV, UMINV, ADDV: "Advanced SIMD across lanes".
/// @param opcode with U as bit 5
public record VectorAcross(boolean isFull, int opcode, int bits, int rn, int rd) implements Instruction {
    //  31 30 29 28.24 23.22 21...17 16..12 11.10 9..5 4..0
    //  0  Q  U  01110 size  11000   opcode 10    Rn   Rd
    static final int MASK = 0x9F3E_0C00;
    static final int MATCH = 0x0E30_0800;
    private static final int ADDLV = 0x03;
    private static final int MAXV = 0x0A;
    private static final int MINV = 0x1A;
    private static final int ADDV = 0x1B;

    static Instruction decode(int w) {
        boolean isFull = Fields.bit(w, 30);
        int op = Fields.bits(w, 16, 12);
        if (op == 0x0C || op == 0x0F) return VectorFloatAcross.decode(w);
        int opcode = Fields.bits(w, 29, 29) << 5 | op;
        int size = Fields.bits(w, 23, 22);
        boolean exists = op == ADDLV || op == MAXV || op == MINV || opcode == ADDV;
        if (!exists || size == 3 || size == 2 && !isFull) return new Undefined(w);
        return new VectorAcross(isFull, opcode, Lanes.bits(size), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long low = cpu.qLow(rn);
        long high = cpu.qHigh(rn);
        long all = element(low, high, 0);
        for (int i = 1; i < (isFull ? 128 : 64) / bits; i++) all = combined(all, element(low, high, i));
        int width = (opcode & 31) == ADDLV ? 2 * bits : bits;
        cpu.setQ(rd, all & Lanes.mask(width), 0);
    }

    private long element(long low, long high, int i) {
        return Lanes.extended(Lanes.get(low, high, bits, i), bits, opcode < 32);
    }

    private long combined(long a, long b) {
        return switch (opcode & 31) {
            case MAXV -> Math.max(a, b);
            case MINV -> Math.min(a, b);
            default   -> a + b;
        };
    }

    @Override
    public String assembly(long pc) {
        String sign = opcode < 32 ? "s" : "u";
        String name = switch (opcode & 31) {
            case ADDLV -> sign + "addlv ";
            case MAXV  -> sign + "maxv ";
            case MINV  -> sign + "minv ";
            default    -> "addv ";
        };
        int sizeLog = Lanes.sizeLog(bits);
        int target = (opcode & 31) == ADDLV ? sizeLog + 1 : sizeLog;
        return name + Text.scalar(target, rd) + ", " + Text.vector(isFull, sizeLog, rn);
    }
}
