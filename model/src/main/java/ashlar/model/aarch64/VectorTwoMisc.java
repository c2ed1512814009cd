package ashlar.model.aarch64;

/// Integer operations on each element: "Advanced SIMD two-register miscellaneous" and its scalar form, those
/// that keep the width of elements.
/// @param opcode with U as bit 5
public record VectorTwoMisc(boolean isScalar, boolean isFull, int opcode, int bits, int rn, int rd)
    implements Instruction {
    //  31 30 29 28.24 23.22 21...17 16..12 11.10 9..5 4..0
    //  0  Q  U  s1110 size  10000   opcode 10    Rn   Rd       s: scalar, with Q = 1
    static final int MASK = 0x8F3E_0C00;
    static final int MATCH = 0x0E20_0800;
    private static final int UNSIGNED = 1 << 5;
    private static final int REV64 = 0x00;
    private static final int REV32 = 0x20;
    private static final int REV16 = 0x01;
    private static final int SUQADD = 0x03;
    private static final int USQADD = 0x23;
    private static final int CLS = 0x04;
    private static final int CLZ = 0x24;
    private static final int CNT = 0x05;
    private static final int NOT = 0x25;
    private static final int SQABS = 0x07;
    private static final int SQNEG = 0x27;
    private static final int CMGT = 0x08;
    private static final int CMGE = 0x28;
    private static final int CMEQ = 0x09;
    private static final int CMLE = 0x29;
    private static final int CMLT = 0x0A;
    private static final int ABS = 0x0B;
    private static final int NEG = 0x2B;
    private static final int URECPE = 0x1C;
    private static final int URSQRTE = 0x3C;

    static Instruction decode(int w) {
        boolean isScalar = Fields.bit(w, 28);
        boolean isFull = Fields.bit(w, 30);
        int opcode = Fields.bits(w, 29, 29) << 5 | Fields.bits(w, 16, 12);
        int size = Fields.bits(w, 23, 22);
        boolean isWrong = isScalar ? !isFull || !existsScalar(opcode, size)
            : !exists(opcode, size) || size == 3 && !isFull;
        if (isWrong) return new Undefined(w);
        return new VectorTwoMisc(isScalar, isFull, opcode, Lanes.bits(opcode == NOT ? 0 : size),
            Fields.rn(w), Fields.rd(w));
    }

    /// RBIT is not among these: see [VectorReverseBits].
    private static boolean exists(int opcode, int size) {
        return switch (opcode) {
            case REV64, CLS, CLZ -> size < 3;
            case REV32           -> size < 2;
            case REV16, CNT, NOT -> size == 0;
            case URECPE, URSQRTE -> size == 2;
            case SUQADD, USQADD, SQABS, SQNEG, CMGT, CMGE, CMEQ, CMLE, CMLT, ABS, NEG -> true;
            default              -> false;
        };
    }

    private static boolean existsScalar(int opcode, int size) {
        return switch (opcode) {
            case SUQADD, USQADD, SQABS, SQNEG             -> true;
            case CMGT, CMGE, CMEQ, CMLE, CMLT, ABS, NEG -> size == 3;
            default                                       -> false;
        };
    }

    @Override
    public void execute(Cpu cpu) {
        if (isScalar) {
            cpu.setQ(rd, lane(cpu, cpu.qLow(rn), cpu.qLow(rd), 0), 0);
        } else {
            long low = half(cpu, cpu.qLow(rn), cpu.qLow(rd));
            cpu.setQ(rd, low, isFull ? half(cpu, cpu.qHigh(rn), cpu.qHigh(rd)) : 0);
        }
    }

    private long half(Cpu cpu, long n, long d) {
        return switch (opcode) {
            case REV64 -> reversed(n, 64);
            case REV32 -> reversed(n, 32);
            case REV16 -> reversed(n, 16);
            case NOT   -> ~n;
            default    -> lanes(cpu, n, d);
        };
    }

    private long lanes(Cpu cpu, long n, long d) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++) result |= lane(cpu, n, d, i);
        return result;
    }

    /// The elements of each container in reverse order.
    private long reversed(long n, int container) {
        long result = 0;
        int last = container / bits - 1;
        for (int i = 0; i < 64 / bits; i++) result |= Lanes.at(Lanes.get(n, bits, i ^ last), bits, i);
        return result;
    }

    private long lane(Cpu cpu, long n, long d, int i) {
        return Lanes.at(apply(cpu, Lanes.get(n, bits, i), Lanes.get(d, bits, i)), bits, i);
    }

    private long apply(Cpu cpu, long a, long d) {
        return switch (opcode) {
            case SUQADD  -> Saturation.addUnsignedToSigned(cpu, bits, d, a);
            case USQADD  -> Saturation.addSignedToUnsigned(cpu, bits, d, a);
            case SQABS   -> Saturation.absolute(cpu, bits, a);
            case SQNEG   -> Saturation.negated(cpu, bits, a);
            case URECPE  -> a >>> 31 == 0 ? 0xFFFF_FFFFL
                : (long) FloatEstimate.reciprocalOfByte((int) (a >>> 23)) << 23;
            case URSQRTE ->
                a >>> 30 == 0 ? 0xFFFF_FFFFL
                    : (long) FloatEstimate.reciprocalRootOfByte((int) (a >>> 23)) << 23;
            default      -> counted(a, Lanes.signed(a, bits));
        };
    }

    private long counted(long a, long signed) {
        return switch (opcode) {
            case CLS -> Long.numberOfLeadingZeros(signed ^ signed >> 1) - 1L - (64 - bits);
            case CLZ -> Long.numberOfLeadingZeros(a) - (64L - bits);
            case CNT -> Long.bitCount(a);
            case ABS -> Math.abs(signed);
            case NEG -> -signed;
            default  -> compared(signed) ? -1 : 0;
        };
    }

    private boolean compared(long a) {
        return switch (opcode) {
            case CMGT -> a > 0;
            case CMGE -> a >= 0;
            case CMEQ -> a == 0;
            case CMLE -> a <= 0;
            default   -> a < 0;
        };
    }

    private String name() {
        return switch (opcode) {
            case REV64   -> "rev64";
            case REV32   -> "rev32";
            case REV16   -> "rev16";
            case SUQADD  -> "suqadd";
            case USQADD  -> "usqadd";
            case CLS     -> "cls";
            case CLZ     -> "clz";
            case CNT     -> "cnt";
            case NOT     -> "mvn";
            case SQABS   -> "sqabs";
            case SQNEG   -> "sqneg";
            case CMGT    -> "cmgt";
            case CMGE    -> "cmge";
            case CMEQ    -> "cmeq";
            case CMLE    -> "cmle";
            case CMLT    -> "cmlt";
            case ABS     -> "abs";
            case NEG     -> "neg";
            case URECPE  -> "urecpe";
            default      -> "ursqrte";
        };
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        int op = opcode & (UNSIGNED - 1);
        String zero = op >= CMGT && op <= CMLT ? ", #0" : "";
        if (isScalar) return name() + " " + Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog, rn) + zero;
        return name() + " " + Text.vector(isFull, sizeLog, rd) + ", " + Text.vector(isFull, sizeLog, rn)
            + zero;
    }
}
