package ashlar.model.aarch64;

/// What operations of "Advanced SIMD three different" do with one element of each operand and an element of
/// the target, which is twice as wide. An opcode is the field opcode with U as bit 4.
final class LongLane {
    private static final int UNSIGNED = 16;
    private static final int ADDL = 0;
    private static final int SUBL = 2;
    private static final int ABAL = 5;
    private static final int ABDL = 7;
    private static final int MLAL = 8;
    private static final int SQDMLAL = 9;
    private static final int MLSL = 10;
    private static final int SQDMLSL = 11;
    private static final int MULL = 12;
    private static final int SQDMULL = 13;
    private static final int PMULL = 14;

    private LongLane() { }

    static boolean exists(int opcode, int size) {
        return switch (opcode & 15) {
            case ADDL, SUBL, ABAL, ABDL, MLAL, MLSL, MULL -> size != 3;
            case SQDMLAL, SQDMLSL, SQDMULL                -> opcode < UNSIGNED && (size == 1 || size == 2);
            case PMULL                                    -> opcode < UNSIGNED && size == 0;
            default                                       -> false;
        };
    }

    static boolean isDoubling(int opcode) {
        return opcode == SQDMLAL || opcode == SQDMLSL || opcode == SQDMULL;
    }

    /// @param bits of a and b
    static long apply(Cpu cpu, int opcode, int bits, long a, long b, long d) {
        if (isDoubling(opcode)) return doubling(cpu, opcode, bits, a, b, d);
        if (opcode == PMULL) return IntegerLane.polynomialProduct(a, b);
        boolean isSigned = opcode < UNSIGNED;
        long x = Lanes.extended(a, bits, isSigned);
        long y = Lanes.extended(b, bits, isSigned);
        return switch (opcode & 15) {
            case ADDL -> x + y;
            case SUBL -> x - y;
            case ABAL -> d + Math.abs(x - y);
            case ABDL -> Math.abs(x - y);
            case MLAL -> d + x * y;
            case MLSL -> d - x * y;
            default   -> x * y;
        };
    }

    private static long doubling(Cpu cpu, int opcode, int bits, long a, long b, long d) {
        long product = Saturation.doublingProduct(cpu, bits, a, b);
        return switch (opcode) {
            case SQDMLAL -> Saturation.add(cpu, 2 * bits, true, d, product);
            case SQDMLSL -> Saturation.sub(cpu, 2 * bits, true, d, product);
            default      -> product;
        };
    }

    static String name(int opcode) {
        String sign = opcode < UNSIGNED ? "s" : "u";
        return switch (opcode & 15) {
            case ADDL    -> sign + "addl";
            case SUBL    -> sign + "subl";
            case ABAL    -> sign + "abal";
            case ABDL    -> sign + "abdl";
            case MLAL    -> sign + "mlal";
            case SQDMLAL -> "sqdmlal";
            case MLSL    -> sign + "mlsl";
            case SQDMLSL -> "sqdmlsl";
            case MULL    -> sign + "mull";
            case SQDMULL -> "sqdmull";
            default      -> "pmull";
        };
    }
}
