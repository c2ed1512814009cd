package ashlar.model.aarch64;

/// DUP, INS, SMOV, UMOV: "Advanced SIMD copy" and "Advanced SIMD scalar copy".
/// @param operation DUP (element), DUP (general), SMOV, UMOV, INS (general), INS (element), DUP (scalar)
/// @param index     of the element written by INS, or read by the others
/// @param source    of the element read by INS (element)
public record VectorCopy(boolean isFull, int operation, int bits, int index, int source, int rn, int rd)
    implements Instruction {
    //  31 30 29 28....21 20..16 15 14..11 10 9..5 4..0
    //  0  Q  op s1110000 imm5   0  imm4   1  Rn   Rd       s: scalar, with Q = 1
    static final int MASK = 0x8FE0_8400;
    static final int MATCH = 0x0E00_0400;
    private static final int DUP_ELEMENT = 0;
    private static final int DUP_GENERAL = 1;
    private static final int INS_GENERAL = 3;
    private static final int SMOV = 5;
    private static final int UMOV = 7;
    private static final int INS_ELEMENT = 16;
    private static final int DUP_SCALAR = 17;

    static Instruction decode(int w) {
        boolean isFull = Fields.bit(w, 30);
        int imm4 = Fields.bits(w, 14, 11);
        int sizeLog = Integer.numberOfTrailingZeros(Fields.bits(w, 20, 16));
        if (sizeLog > 3) return new Undefined(w);
        int operation = operation(w, isFull, imm4, sizeLog);
        if (operation < 0) return new Undefined(w);
        return new VectorCopy(isFull, operation, Lanes.bits(sizeLog), Fields.bits(w, 20, 17) >>> sizeLog,
            imm4 >>> sizeLog, Fields.rn(w), Fields.rd(w));
    }

    private static int operation(int w, boolean isFull, int imm4, int sizeLog) {
        boolean isScalar = Fields.bit(w, 28);
        if (Fields.bit(w, 29)) return !isScalar && isFull ? INS_ELEMENT : -1;
        if (isScalar) return isFull && imm4 == 0 ? DUP_SCALAR : -1;
        boolean exists = switch (imm4) {
            case DUP_ELEMENT, DUP_GENERAL -> isFull || sizeLog < 3;
            case INS_GENERAL              -> isFull;
            case SMOV                     -> sizeLog < (isFull ? 3 : 2);
            case UMOV                     -> isFull == (sizeLog == 3);
            default                       -> false;
        };
        return exists ? imm4 : -1;
    }

    @Override
    public void execute(Cpu cpu) {
        switch (operation) {
            case DUP_ELEMENT -> fill(cpu, element(cpu, index));
            case DUP_GENERAL -> fill(cpu, cpu.x[rn] & Lanes.mask(bits));
            case INS_GENERAL -> insert(cpu, cpu.x[rn]);
            case INS_ELEMENT -> insert(cpu, element(cpu, source));
            case SMOV        -> cpu.setX(isFull, rd, Lanes.signed(element(cpu, index), bits));
            case UMOV        -> cpu.setX(rd, element(cpu, index));
            default          -> cpu.setQ(rd, element(cpu, index), 0);
        }
    }

    private long element(Cpu cpu, int i) {
        return Lanes.get(cpu.qLow(rn), cpu.qHigh(rn), bits, i);
    }

    private void fill(Cpu cpu, long value) {
        long word = Operand.replicate(value, bits);
        cpu.setQ(rd, word, isFull ? word : 0);
    }

    private void insert(Cpu cpu, long value) {
        int perHalf = 64 / bits;
        int i = index & (perHalf - 1);
        long hole = ~Lanes.at(-1, bits, i);
        long filling = Lanes.at(value, bits, i);
        if (index < perHalf) cpu.setQ(rd, cpu.qLow(rd) & hole | filling, cpu.qHigh(rd));
        else cpu.setQ(rd, cpu.qLow(rd), cpu.qHigh(rd) & hole | filling);
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String from = Text.element(sizeLog, rn, index);
        return switch (operation) {
            case DUP_ELEMENT -> "dup " + Text.vector(isFull, sizeLog, rd) + ", " + from;
            case DUP_GENERAL -> "dup " + Text.vector(isFull, sizeLog, rd) + ", " + Text.r(sizeLog == 3, rn);
            case INS_GENERAL -> "mov " + Text.element(sizeLog, rd, index) + ", " + Text.r(sizeLog == 3, rn);
            case INS_ELEMENT -> "mov " + Text.element(sizeLog, rd, index) + ", "
                + Text.element(sizeLog, rn, source);
            case SMOV        -> "smov " + Text.r(isFull, rd) + ", " + from;
            case UMOV        -> (sizeLog >= 2 ? "mov " : "umov ") + Text.r(isFull, rd) + ", " + from;
            default          -> "mov " + Text.scalar(sizeLog, rd) + ", " + from;
        };
    }
}
