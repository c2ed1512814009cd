package ashlar.model.aarch64;

/// What integer operations of "Advanced SIMD three same" do with one element of each operand. Operands are
/// zero-extended; of the result the lowest bits count. Bit 5 of an opcode is the field U.
final class IntegerLane {
    private IntegerLane() { }

    private static final int UNSIGNED = 1 << 5;
    private static final int HADD = 0x00;
    private static final int QADD = 0x01;
    private static final int RHADD = 0x02;
    private static final int HSUB = 0x04;
    private static final int QSUB = 0x05;
    private static final int CMGT = 0x06;
    private static final int CMGE = 0x07;
    private static final int SHL = 0x08;
    private static final int QRSHL = 0x0B;
    private static final int MAX = 0x0C;
    private static final int MIN = 0x0D;
    private static final int ABD = 0x0E;
    private static final int ABA = 0x0F;
    private static final int ADD = 0x10;
    private static final int CMTST = 0x11;
    private static final int MLA = 0x12;
    private static final int MUL = 0x13;
    private static final int QDMULH = 0x16;

    /// @param size log2 of an element's bytes
    static boolean exists(int opcode, int size) {
        int op = opcode & 31;
        return switch (op) {
            case HADD, RHADD, HSUB, MAX, MIN, ABD, ABA, MLA -> size != 3;
            case MUL    -> opcode == MUL ? size != 3 : size == 0;
            case QDMULH -> size == 1 || size == 2;
            default     -> op <= CMTST && op != 3;
        };
    }

    static boolean existsScalar(int opcode, int size) {
        return switch (opcode & 31) {
            case QADD, QSUB, 0x09, QRSHL            -> true;
            case CMGT, CMGE, SHL, 0x0A, ADD, CMTST -> size == 3;
            case QDMULH                            -> size == 1 || size == 2;
            default                                -> false;
        };
    }

    static long apply(Cpu cpu, int opcode, int bits, long a, long b, long d) {
        boolean isSigned = opcode < UNSIGNED;
        int op = opcode & 31;
        return switch (op) {
            case HADD, RHADD -> halvedSum(bits, isSigned, a, b, op == RHADD);
            case HSUB        -> Lanes.extended(a, bits, isSigned) - Lanes.extended(b, bits, isSigned) >> 1;
            case QADD        -> Saturation.add(cpu, bits, isSigned, a, b);
            case QSUB        -> Saturation.sub(cpu, bits, isSigned, a, b);
            case SHL, 0x09, 0x0A, QRSHL ->
                LaneShift.byRegister(cpu, bits, isSigned, a, (int) Lanes.signed(b, 8), (op & 2) != 0,
                    (op & 1) != 0);
            case QDMULH      -> Saturation.doublingHigh(cpu, bits, a, b, !isSigned);
            default          -> plain(op, bits, isSigned, a, b, d);
        };
    }

    private static long halvedSum(int bits, boolean isSigned, long a, long b, boolean rounds) {
        return Lanes.extended(a, bits, isSigned) + Lanes.extended(b, bits, isSigned) + (rounds ? 1 : 0) >> 1;
    }

    /// The operations that read no state and write none.
    private static long plain(int op, int bits, boolean isSigned, long a, long b, long d) {
        return switch (op) {
            case CMGT  -> order(bits, isSigned, a, b) > 0 ? -1 : 0;
            case CMGE  -> order(bits, isSigned, a, b) >= 0 ? -1 : 0;
            case MAX   -> order(bits, isSigned, a, b) > 0 ? a : b;
            case MIN   -> order(bits, isSigned, a, b) < 0 ? a : b;
            case ABD   -> distance(bits, isSigned, a, b);
            case ABA   -> d + distance(bits, isSigned, a, b);
            case ADD   -> isSigned ? a + b : a - b;
            case CMTST -> (isSigned ? (a & b) != 0 : a == b) ? -1 : 0;
            case MLA   -> isSigned ? d + a * b : d - a * b;
            default    -> isSigned ? a * b : polynomialProduct(a, b);
        };
    }

    static int order(int bits, boolean isSigned, long a, long b) {
        return isSigned ? Long.compare(Lanes.signed(a, bits), Lanes.signed(b, bits))
            : Long.compareUnsigned(a, b);
    }

    static long distance(int bits, boolean isSigned, long a, long b) {
        return order(bits, isSigned, a, b) > 0 ? a - b : b - a;
    }

    /// The product of two polynomials over GF(2) of 8 bits.
    static long polynomialProduct(long a, long b) {
        long product = 0;
        for (int i = 0; i < 8; i++) product ^= (b >>> i & 1) != 0 ? a << i : 0;
        return product;
    }

    static String name(int opcode) {
        String sign = opcode < UNSIGNED ? "s" : "u";
        return switch (opcode & 31) {
            case HADD   -> sign + "hadd";
            case QADD   -> sign + "qadd";
            case RHADD  -> sign + "rhadd";
            case HSUB   -> sign + "hsub";
            case QSUB   -> sign + "qsub";
            case CMGT   -> opcode < UNSIGNED ? "cmgt" : "cmhi";
            case CMGE   -> opcode < UNSIGNED ? "cmge" : "cmhs";
            case SHL    -> sign + "shl";
            case 0x09   -> sign + "qshl";
            case 0x0A   -> sign + "rshl";
            case QRSHL  -> sign + "qrshl";
            case MAX    -> sign + "max";
            case MIN    -> sign + "min";
            case ABD    -> sign + "abd";
            case ABA    -> sign + "aba";
            case ADD    -> opcode < UNSIGNED ? "add" : "sub";
            case CMTST  -> opcode < UNSIGNED ? "cmtst" : "cmeq";
            case MLA    -> opcode < UNSIGNED ? "mla" : "mls";
            case MUL    -> opcode < UNSIGNED ? "mul" : "pmul";
            default     -> opcode < UNSIGNED ? "sqdmulh" : "sqrdmulh";
        };
    }
}
