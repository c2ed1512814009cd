package ashlar.model.aarch64;

/// Floating-point operations on each element that keep its width: "Advanced SIMD two-register miscellaneous",
/// the same "(FP16)", and their scalar forms.
/// @param opcode U, the upper bit of size, and the field opcode
public record VectorFloatTwoMisc(boolean isScalar, boolean isFull, int opcode, int bits, int rn, int rd)
    implements Instruction {
    //  31 30 29 28.24 23 22 21....17 16..12 11.10 9..5 4..0
    //  0  Q  U  s1110 a  sz 10000    opcode 10    Rn   Rd       s: scalar, with Q = 1
    //  0  Q  U  s1110 a  1  11100    opcode 10    Rn   Rd       half precision
    private static final int FCMGT = 0b0_1_01100;
    private static final int FCMGE = 0b1_1_01100;
    private static final int FCMEQ = 0b0_1_01101;
    private static final int FCMLE = 0b1_1_01101;
    private static final int FCMLT = 0b0_1_01110;
    private static final int FABS = 0b0_1_01111;
    private static final int FNEG = 0b1_1_01111;
    private static final int FRECPE = 0b0_1_11101;
    private static final int FRSQRTE = 0b1_1_11101;
    private static final int FRECPX = 0b0_1_11111;
    private static final int FSQRT = 0b1_1_11111;
    private static final int SCVTF = 0b0_0_11101;
    private static final int UCVTF = 0b1_0_11101;

    static boolean matches(int w) {
        int opcode = Fields.bits(w, 16, 12);
        boolean isHalf = (w & 0x8F7E_0C00) == 0x0E78_0800;
        boolean isOther = (w & VectorTwoMisc.MASK) == VectorTwoMisc.MATCH;
        boolean isFloat = opcode >= 0b01100 && opcode <= 0b01111 || opcode >= 0b11000;
        boolean isInteger = opcode == 0b11100 && Fields.bit(w, 23);
        return isFloat && (isHalf || isOther && !isInteger);
    }

    static Instruction decode(int w) {
        boolean isScalar = Fields.bit(w, 28);
        boolean isFull = Fields.bit(w, 30);
        int opcode = Fields.bits(w, 29, 29) << 6 | Fields.bits(w, 23, 23) << 5 | Fields.bits(w, 16, 12);
        int bits = Fields.bits(w, 20, 19) == 3 ? 16 : Fields.bit(w, 22) ? 64 : 32;
        boolean exists = isScalar ? isFull && existsScalar(opcode)
            : opcode != FRECPX && exists(opcode) && (isFull || bits != 64);
        if (!exists) return new Undefined(w);
        return new VectorFloatTwoMisc(isScalar, isFull, opcode, bits, Fields.rn(w), Fields.rd(w));
    }

    private static boolean exists(int opcode) {
        return switch (opcode) {
            case FCMGT, FCMGE, FCMEQ, FCMLE, FCMLT, FABS, FNEG, FRECPE, FRSQRTE, FRECPX, FSQRT, SCVTF,
                 UCVTF -> true;
            default -> wholeKind(opcode) >= 0 || integerMode(opcode) >= 0;
        };
    }

    private static boolean existsScalar(int opcode) {
        return switch (opcode) {
            case FABS, FNEG, FSQRT -> false;
            case FRECPX            -> true;
            default                -> wholeKind(opcode) < 0 && exists(opcode);
        };
    }

    /// FRINT as [FloatOneSource#wholeMode] counts them, or -1.
    private static int wholeKind(int opcode) {
        return switch (opcode) {
            case 0b0_0_11000 -> 0;
            case 0b0_1_11000 -> 1;
            case 0b0_0_11001 -> 2;
            case 0b0_1_11001 -> 3;
            case 0b1_0_11000 -> 4;
            case 0b1_0_11001 -> 6;
            case 0b1_1_11001 -> 7;
            default          -> -1;
        };
    }

    /// The mode of FCVTNS to FCVTAU, or -1.
    private static int integerMode(int opcode) {
        return switch (opcode & 0b0_1_11111) {
            case 0b0_0_11010 -> FloatRound.TIES_EVEN;
            case 0b0_0_11011 -> FloatRound.DOWN;
            case 0b0_0_11100 -> FloatRound.TIES_AWAY;
            case 0b0_1_11010 -> FloatRound.UP;
            case 0b0_1_11011 -> FloatRound.ZERO;
            default          -> -1;
        };
    }

    @Override
    public void execute(Cpu cpu) {
        if (isScalar) {
            cpu.setQ(rd, apply(cpu, cpu.scalar(bits, rn)) & Lanes.mask(bits), 0);
        } else {
            long low = half(cpu, cpu.qLow(rn));
            cpu.setQ(rd, low, isFull ? half(cpu, cpu.qHigh(rn)) : 0);
        }
    }

    private long half(Cpu cpu, long n) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++) result |= Lanes.at(apply(cpu, Lanes.get(n, bits, i)), bits, i);
        return result;
    }

    private long apply(Cpu cpu, long a) {
        return switch (opcode) {
            case FABS         -> FloatCompare.absolute(bits, a);
            case FNEG         -> FloatFormat.negated(bits, a);
            case FSQRT        -> FloatArithmetic.sqrt(cpu, bits, a);
            case FRECPE       -> FloatEstimate.reciprocal(cpu, bits, a);
            case FRSQRTE      -> FloatEstimate.reciprocalRoot(cpu, bits, a);
            case FRECPX       -> FloatEstimate.reciprocalExponent(cpu, bits, a);
            case SCVTF, UCVTF -> FloatConvert.fromFixed(cpu, bits, a, bits, 0, opcode == SCVTF);
            case FCMGT, FCMGE, FCMEQ, FCMLE, FCMLT -> compared(cpu, a) ? -1 : 0;
            default           -> rounded(cpu, a);
        };
    }

    private boolean compared(Cpu cpu, long a) {
        int order = FloatCompare.compare(cpu, bits, a, 0, opcode != FCMEQ);
        return switch (opcode) {
            case FCMGT -> order == FloatCompare.GREATER;
            case FCMGE -> order == FloatCompare.GREATER || order == FloatCompare.EQUAL;
            case FCMEQ -> order == FloatCompare.EQUAL;
            case FCMLE -> order == FloatCompare.LESS || order == FloatCompare.EQUAL;
            default    -> order == FloatCompare.LESS;
        };
    }

    private long rounded(Cpu cpu, long a) {
        int kind = wholeKind(opcode);
        if (kind >= 0)
            return FloatConvert.toWhole(cpu, bits, a, FloatOneSource.wholeMode(cpu, kind), kind == 6);
        return FloatConvert.toFixed(cpu, bits, a, bits, 0, opcode >>> 6 == 0, integerMode(opcode));
    }

    private static String name(int opcode) {
        return switch (opcode) {
            case FCMGT   -> "fcmgt";
            case FCMGE   -> "fcmge";
            case FCMEQ   -> "fcmeq";
            case FCMLE   -> "fcmle";
            case FCMLT   -> "fcmlt";
            case FABS    -> "fabs";
            case FNEG    -> "fneg";
            case FRECPE  -> "frecpe";
            case FRSQRTE -> "frsqrte";
            case FRECPX  -> "frecpx";
            case FSQRT   -> "fsqrt";
            case SCVTF   -> "scvtf";
            case UCVTF   -> "ucvtf";
            default      -> roundingName(opcode);
        };
    }

    private static String roundingName(int opcode) {
        if (wholeKind(opcode) >= 0) return FloatOneSource.wholeName(wholeKind(opcode));
        return "fcvt" + FloatInteger.modeName(integerMode(opcode)) + (opcode >>> 6 == 0 ? "s" : "u");
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        boolean isComparison = (opcode & 0b0_1_11111) >= FCMGT && (opcode & 0b0_1_11111) <= FCMLT;
        String zero = isComparison ? ", #0.0" : "";
        String operands = isScalar ? Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog, rn)
            : Text.vector(isFull, sizeLog, rd) + ", " + Text.vector(isFull, sizeLog, rn);
        return name(opcode) + " " + operands + zero;
    }
}
