package ashlar.model.aarch64;

/// FCVTN, FCVTXN, FCVTL and their second forms: "Advanced SIMD two-register miscellaneous"; FCVTXN also as a
/// scalar.
/// @param bits of the narrow elements
public record VectorFloatConvert(boolean isScalar, boolean isUpper, boolean isLong, boolean isOdd, int bits,
                                 int rn, int rd) implements Instruction {
    //  31 30 29 28.24 23 22 21...17 16...12      11.10 9..5 4..0
    //  0  Q  U  s1110 0  sz 10000   10110, 10111 10    Rn   Rd       s: scalar, with Q = 1
    static boolean matches(int w) {
        return (w & 0x8FBF_EC00) == 0x0E21_6800;
    }

    static Instruction decode(int w) {
        boolean isScalar = Fields.bit(w, 28);
        boolean isLong = Fields.bit(w, 12);
        boolean isOdd = Fields.bit(w, 29);
        boolean isDouble = Fields.bit(w, 22);
        boolean isWrong = isOdd && (isLong || !isDouble) || isScalar && (!isOdd || !Fields.bit(w, 30));
        if (isWrong) return new Undefined(w);
        return new VectorFloatConvert(isScalar, Fields.bit(w, 30), isLong, isOdd, isDouble ? 32 : 16,
            Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        if (isScalar) {
            cpu.setQ(rd, narrowed(cpu, cpu.qLow(rn)), 0);
        } else if (isLong) {
            long n = isUpper ? cpu.qHigh(rn) : cpu.qLow(rn);
            long low = widened(cpu, n);
            cpu.setQ(rd, low, widened(cpu, n >>> 32));
        } else {
            long low = narrowedHalf(cpu, cpu.qLow(rn));
            long result = low | narrowedHalf(cpu, cpu.qHigh(rn)) << 32;
            cpu.setQ(rd, isUpper ? cpu.qLow(rd) : result, isUpper ? result : 0);
        }
    }

    private long narrowed(Cpu cpu, long a) {
        return FloatConvert.convert(cpu, 2 * bits, bits, a, isOdd ? FloatRound.ODD : FloatRound.mode(cpu));
    }

    private long narrowedHalf(Cpu cpu, long n) {
        if (bits == 32) return narrowed(cpu, n);
        long low = narrowed(cpu, n & 0xFFFF_FFFFL);
        return low | narrowed(cpu, n >>> 32) << 16;
    }

    private long widened(Cpu cpu, long n) {
        long low = FloatConvert.convert(cpu, bits, 2 * bits, n & Lanes.mask(bits));
        return bits == 32 ? low : low | FloatConvert.convert(cpu, 16, 32, n >>> 16 & 0xFFFF) << 32;
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String name = "fcvt" + (isLong ? "l" : isOdd ? "xn" : "n");
        if (isScalar) return name + " " + Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog + 1, rn);
        String narrow = Text.vector(isUpper, sizeLog, isLong ? rn : rd);
        String wide = Text.vector(true, sizeLog + 1, isLong ? rd : rn);
        return name + (isUpper ? "2 " : " ") + (isLong ? wide + ", " + narrow : narrow + ", " + wide);
    }
}
