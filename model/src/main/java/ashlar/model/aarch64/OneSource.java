package ashlar.model.aarch64;

/// RBIT, REV16, REV32, REV, CLZ, CLS: "Data-processing (1 source)".
public record OneSource(boolean is64, int opcode, int rn, int rd) implements Instruction {
    //  31 30 29 28....21 20...16 15..10 9..5 4..0
    //  sf 1  0  11010110 00000   opcode Rn   Rd
    static final int MASK = 0x7FFF_0000;
    static final int MATCH = 0x5AC0_0000;
    private static final int RBIT = 0;
    private static final int REV16 = 1;
    private static final int REV32 = 2;
    private static final int REV64 = 3;
    private static final int CLZ = 4;
    private static final int CLS = 5;

    static Instruction decode(int w) {
        boolean is64 = Fields.bit(w, 31);
        int opcode = Fields.bits(w, 15, 10);
        if (opcode > CLS || opcode == REV64 && !is64) return new Undefined(w);
        return new OneSource(is64, opcode, Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long a = cpu.x[rn];
        cpu.setX(is64, rd, is64 ? of64(a) : of32((int) a));
    }

    private long of64(long a) {
        return switch (opcode) {
            case RBIT  -> Long.reverse(a);
            case REV16 -> (a & 0x00FF_00FF_00FF_00FFL) << 8 | a >>> 8 & 0x00FF_00FF_00FF_00FFL;
            case REV32 -> Long.rotateLeft(Long.reverseBytes(a), 32);
            case REV64 -> Long.reverseBytes(a);
            case CLZ   -> Long.numberOfLeadingZeros(a);
            default    -> Long.numberOfLeadingZeros(a ^ a >> 1) - 1;
        };
    }

    private int of32(int a) {
        return switch (opcode) {
            case RBIT  -> Integer.reverse(a);
            case REV16 -> (a & 0x00FF_00FF) << 8 | a >>> 8 & 0x00FF_00FF;
            case REV32 -> Integer.reverseBytes(a);
            case CLZ   -> Integer.numberOfLeadingZeros(a);
            default    -> Integer.numberOfLeadingZeros(a ^ a >> 1) - 1;
        };
    }

    @Override
    public String assembly(long pc) {
        String name = switch (opcode) {
            case RBIT  -> "rbit ";
            case REV16 -> "rev16 ";
            case REV32 -> is64 ? "rev32 " : "rev ";
            case REV64 -> "rev ";
            case CLZ   -> "clz ";
            default    -> "cls ";
        };
        return name + Text.r(is64, rd) + ", " + Text.r(is64, rn);
    }
}
