package ashlar.model.aarch64;

/// XTN, SQXTN, UQXTN, SQXTUN and their second forms: "Advanced SIMD two-register miscellaneous" and its
/// scalar form.
/// @param opcode with U as bit 5
/// @param bits   of an element of the result
public record VectorNarrow(boolean isScalar, boolean isUpper, int opcode, int bits, int rn, int rd)
    implements Instruction {
    //  31 30 29 28.24 23.22 21...17 16..12       11.10 9..5 4..0
    //  0  Q  U  s1110 size  10000   10010, 10100 10    Rn   Rd       s: scalar, with Q = 1
    private static final int XTN = 0x12;
    private static final int SQXTUN = 0x32;
    private static final int SQXTN = 0x14;
    private static final int UQXTN = 0x34;

    static boolean matches(int w) {
        int opcode = Fields.bits(w, 16, 12);
        boolean isTwoMisc = (w & VectorTwoMisc.MASK) == VectorTwoMisc.MATCH;
        return isTwoMisc && (opcode == XTN || opcode == SQXTN);
    }

    static Instruction decode(int w) {
        boolean isScalar = Fields.bit(w, 28);
        int opcode = Fields.bits(w, 29, 29) << 5 | Fields.bits(w, 16, 12);
        int size = Fields.bits(w, 23, 22);
        if (size == 3 || isScalar && (opcode == XTN || !Fields.bit(w, 30))) return new Undefined(w);
        return new VectorNarrow(isScalar, Fields.bit(w, 30), opcode, Lanes.bits(size), Fields.rn(w),
            Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        if (isScalar) {
            cpu.setQ(rd, lane(cpu, Lanes.get(cpu.qLow(rn), 2 * bits, 0)), 0);
            return;
        }
        long narrow = half(cpu, cpu.qLow(rn), cpu.qHigh(rn));
        cpu.setQ(rd, isUpper ? cpu.qLow(rd) : narrow, isUpper ? narrow : 0);
    }

    private long half(Cpu cpu, long low, long high) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++)
            result |= Lanes.at(lane(cpu, Lanes.get(low, high, 2 * bits, i)), bits, i);
        return result;
    }

    private long lane(Cpu cpu, long a) {
        return switch (opcode) {
            case XTN   -> a & Lanes.mask(bits);
            case UQXTN -> Saturation.narrow(cpu, bits, a, false, false);
            default    -> Saturation.narrow(cpu, bits, Lanes.signed(a, 2 * bits), true, opcode == SQXTN);
        };
    }

    @Override
    public String assembly(long pc) {
        String name = switch (opcode) {
            case XTN    -> "xtn";
            case SQXTUN -> "sqxtun";
            case SQXTN  -> "sqxtn";
            default     -> "uqxtn";
        };
        int sizeLog = Lanes.sizeLog(bits);
        if (isScalar) return name + " " + Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog + 1, rn);
        return name + (isUpper ? "2 " : " ") + Text.vector(isUpper, sizeLog, rd) + ", "
            + Text.vector(true, sizeLog + 1, rn);
    }
}
