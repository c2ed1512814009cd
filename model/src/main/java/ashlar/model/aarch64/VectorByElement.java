package ashlar.model.aarch64;

/// MUL, MLA, MLS, SQDMULH, SQRDMULH, SQRDMLAH, SQRDMLSH (by element): "Advanced SIMD vector x indexed
/// element" and its scalar form.
/// @param opcode with U as bit 4
public record VectorByElement(boolean isScalar, boolean isFull, int opcode, int bits, int index, int rm,
                              int rn, int rd) implements Instruction {
    //  31 30 29 28.24 23.22 21 20 19..16 15..12 11 10 9..5 4..0
    //  0  Q  U  s1111 size  L  M  Rm     opcode H  0  Rn   Rd       s: scalar, with Q = 1
    static final int MASK = 0x8F00_0400;
    static final int MATCH = 0x0F00_0000;
    private static final int MUL = 8;
    private static final int MLA = 16;
    private static final int MLS = 16 + 4;
    private static final int SQDMULH = 12;
    private static final int SQRDMULH = 13;
    private static final int SQRDMLAH = 16 + 13;
    private static final int SQRDMLSH = 16 + 15;

    static Instruction decode(int w) {
        int opcode = Fields.bits(w, 29, 29) << 4 | Fields.bits(w, 15, 12);
        if (Fields.bit(w, 28) && !Fields.bit(w, 30)) return new Undefined(w);
        return switch (opcode) {
            case 1, 5, 9, 16 + 9 -> VectorFloatByElement.decode(w);
            case 2, 3, 6, 7, 10, 11, 16 + 2, 16 + 6, 16 + 10 -> VectorLongByElement.decode(w);
            case 14, 16 + 14 -> VectorDotByElement.decode(w);
            case MUL, MLA, MLS, SQDMULH, SQRDMULH, SQRDMLAH, SQRDMLSH -> decodeSame(w, opcode);
            default -> new Undefined(w);
        };
    }

    private static Instruction decodeSame(int w, int opcode) {
        int size = Fields.bits(w, 23, 22);
        boolean isScalar = Fields.bit(w, 28);
        boolean isPlain = opcode == MUL || opcode == MLA || opcode == MLS;
        if (size == 0 || size == 3 || isScalar && isPlain) return new Undefined(w);
        return new VectorByElement(isScalar, Fields.bit(w, 30), opcode, Lanes.bits(size), index(w, size),
            register(w, size), Fields.rn(w), Fields.rd(w));
    }

    /// @param size log2 of an element's bytes: H:L:M, H:L or H
    static int index(int w, int size) {
        int h = Fields.bits(w, 11, 11);
        int l = Fields.bits(w, 21, 21);
        return size == 1 ? h << 2 | l << 1 | Fields.bits(w, 20, 20) : size == 2 ? h << 1 | l : h;
    }

    static int register(int w, int size) {
        return size == 1 ? Fields.bits(w, 19, 16) : Fields.rm(w);
    }

    @Override
    public void execute(Cpu cpu) {
        long b = Lanes.get(cpu.qLow(rm), cpu.qHigh(rm), bits, index);
        if (isScalar) {
            cpu.setQ(rd, lane(cpu, cpu.qLow(rn), b, cpu.qLow(rd), 0), 0);
        } else {
            long low = half(cpu, cpu.qLow(rn), b, cpu.qLow(rd));
            cpu.setQ(rd, low, isFull ? half(cpu, cpu.qHigh(rn), b, cpu.qHigh(rd)) : 0);
        }
    }

    private long half(Cpu cpu, long n, long b, long d) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++) result |= lane(cpu, n, b, d, i);
        return result;
    }

    private long lane(Cpu cpu, long n, long b, long d, int i) {
        return Lanes.at(apply(cpu, Lanes.get(n, bits, i), b, Lanes.get(d, bits, i)), bits, i);
    }

    private long apply(Cpu cpu, long a, long b, long d) {
        return switch (opcode) {
            case MUL               -> a * b;
            case MLA               -> d + a * b;
            case MLS               -> d - a * b;
            case SQDMULH, SQRDMULH -> Saturation.doublingHigh(cpu, bits, a, b, opcode == SQRDMULH);
            default -> Saturation.doublingHighAccumulated(cpu, bits, d, a, b, opcode == SQRDMLSH);
        };
    }

    @Override
    public String assembly(long pc) {
        String name = switch (opcode) {
            case MUL      -> "mul ";
            case MLA      -> "mla ";
            case MLS      -> "mls ";
            case SQDMULH  -> "sqdmulh ";
            case SQRDMULH -> "sqrdmulh ";
            case SQRDMLAH -> "sqrdmlah ";
            default       -> "sqrdmlsh ";
        };
        int sizeLog = Lanes.sizeLog(bits);
        String operands = isScalar ? Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog, rn)
            : Text.vector(isFull, sizeLog, rd) + ", " + Text.vector(isFull, sizeLog, rn);
        return name + operands + ", " + Text.element(sizeLog, rm, index);
    }
}
