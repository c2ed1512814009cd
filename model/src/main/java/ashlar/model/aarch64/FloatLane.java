package ashlar.model.aarch64;

/// What floating-point operations of "Advanced SIMD three same" do with one element of each operand.
/// An opcode is U, the upper bit of size, and the lowest three bits of the field opcode.
final class FloatLane {
    static final int FMAXNM = 0b0_0_000;
    static final int FMINNM = 0b0_1_000;
    static final int FMAXNMP = 0b1_0_000;
    static final int FMINNMP = 0b1_1_000;
    static final int FMLA = 0b0_0_001;
    static final int FMLS = 0b0_1_001;
    static final int FADD = 0b0_0_010;
    static final int FSUB = 0b0_1_010;
    static final int FADDP = 0b1_0_010;
    static final int FABD = 0b1_1_010;
    static final int FMULX = 0b0_0_011;
    static final int FMUL = 0b1_0_011;
    static final int FCMEQ = 0b0_0_100;
    static final int FCMGE = 0b1_0_100;
    static final int FCMGT = 0b1_1_100;
    static final int FACGE = 0b1_0_101;
    static final int FACGT = 0b1_1_101;
    static final int FMAX = 0b0_0_110;
    static final int FMIN = 0b0_1_110;
    static final int FMAXP = 0b1_0_110;
    static final int FMINP = 0b1_1_110;
    static final int FRECPS = 0b0_0_111;
    static final int FRSQRTS = 0b0_1_111;
    static final int FDIV = 0b1_0_111;

    private FloatLane() { }

    static boolean exists(int opcode) {
        return switch (opcode) {
            case 0b0_1_011, 0b0_1_100, 0b0_0_101, 0b0_1_101, 0b1_0_001, 0b1_1_001, 0b1_1_011,
                 0b1_1_111 -> false;
            default -> true;
        };
    }

    static boolean existsScalar(int opcode) {
        return switch (opcode) {
            case FMULX, FABD, FCMEQ, FCMGE, FCMGT, FACGE, FACGT, FRECPS, FRSQRTS -> true;
            default -> false;
        };
    }

    static boolean isPairwise(int opcode) {
        return switch (opcode) {
            case FMAXNMP, FMINNMP, FADDP, FMAXP, FMINP -> true;
            default -> false;
        };
    }

    static long apply(Cpu cpu, int opcode, int bits, long a, long b, long d) {
        return switch (opcode) {
            case FADD, FADDP      -> FloatArithmetic.add(cpu, bits, a, b);
            case FSUB             -> FloatArithmetic.sub(cpu, bits, a, b);
            case FMUL             -> FloatArithmetic.mul(cpu, bits, a, b);
            case FDIV             -> FloatArithmetic.div(cpu, bits, a, b);
            case FMULX            -> FloatArithmetic.mulExtended(cpu, bits, a, b);
            case FMLA             -> FloatFusedMultiply.add(cpu, bits, d, a, b);
            case FMLS             -> FloatFusedMultiply.add(cpu, bits, d, FloatFormat.negated(bits, a), b);
            case FABD             -> FloatCompare.absolute(bits, FloatArithmetic.sub(cpu, bits, a, b));
            case FRECPS           -> FloatEstimate.reciprocalStep(cpu, bits, a, b);
            case FRSQRTS          -> FloatEstimate.reciprocalRootStep(cpu, bits, a, b);
            default               -> ordered(cpu, opcode, bits, a, b);
        };
    }

    private static long ordered(Cpu cpu, int opcode, int bits, long a, long b) {
        return switch (opcode) {
            case FMAX, FMAXP     -> FloatCompare.max(cpu, bits, a, b);
            case FMIN, FMINP     -> FloatCompare.min(cpu, bits, a, b);
            case FMAXNM, FMAXNMP -> FloatCompare.maxNumber(cpu, bits, a, b);
            case FMINNM, FMINNMP -> FloatCompare.minNumber(cpu, bits, a, b);
            default              -> compared(cpu, opcode, bits, a, b) ? -1 : 0;
        };
    }

    private static boolean compared(Cpu cpu, int opcode, int bits, long a, long b) {
        boolean isAbsolute = opcode == FACGE || opcode == FACGT;
        long x = isAbsolute ? FloatCompare.absolute(bits, a) : a;
        long y = isAbsolute ? FloatCompare.absolute(bits, b) : b;
        int order = FloatCompare.compare(cpu, bits, x, y, opcode != FCMEQ);
        return switch (opcode) {
            case FCMEQ        -> order == FloatCompare.EQUAL;
            case FCMGT, FACGT -> order == FloatCompare.GREATER;
            default           -> order == FloatCompare.GREATER || order == FloatCompare.EQUAL;
        };
    }

    static String name(int opcode) {
        return switch (opcode) {
            case FMAXNM  -> "fmaxnm";
            case FMINNM  -> "fminnm";
            case FMAXNMP -> "fmaxnmp";
            case FMINNMP -> "fminnmp";
            case FMLA    -> "fmla";
            case FMLS    -> "fmls";
            case FADD    -> "fadd";
            case FSUB    -> "fsub";
            case FADDP   -> "faddp";
            case FABD    -> "fabd";
            case FMULX   -> "fmulx";
            case FMUL    -> "fmul";
            case FCMEQ   -> "fcmeq";
            case FCMGE   -> "fcmge";
            case FCMGT   -> "fcmgt";
            case FACGE   -> "facge";
            case FACGT   -> "facgt";
            case FMAX    -> "fmax";
            case FMIN    -> "fmin";
            case FMAXP   -> "fmaxp";
            case FMINP   -> "fminp";
            case FRECPS  -> "frecps";
            case FRSQRTS -> "frsqrts";
            default      -> "fdiv";
        };
    }
}
