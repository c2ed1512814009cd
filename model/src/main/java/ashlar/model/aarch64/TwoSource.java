package ashlar.model.aarch64;

/// UDIV, SDIV, LSLV, LSRV, ASRV, RORV: "Data-processing (2 source)", but for CRC32.
public record TwoSource(boolean is64, int opcode, int rm, int rn, int rd) implements Instruction {
    //  31 30 29 28....21 20..16 15..10 9..5 4..0
    //  sf 0  0  11010110 Rm     opcode Rn   Rd
    static final int MASK = 0x7FE0_0000;
    static final int MATCH = 0x1AC0_0000;
    private static final int UDIV = 0b000010;
    private static final int SDIV = 0b000011;

    static Instruction decode(int w) {
        int opcode = Fields.bits(w, 15, 10);
        boolean isWrong = opcode >>> 1 != UDIV >>> 1 && opcode >>> 2 != 0b001000 >>> 2;
        if (isWrong) return new Undefined(w);
        return new TwoSource(Fields.bit(w, 31), opcode, Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long a = cpu.x[rn];
        long b = cpu.x[rm];
        cpu.setX(is64, rd, is64 ? of64(a, b) : of32((int) a, (int) b));
    }

    /// Division by 0 gives 0; the least integer by -1 gives itself.
    private long of64(long a, long b) {
        return switch (opcode) {
            case UDIV -> b == 0 ? 0 : Long.divideUnsigned(a, b);
            case SDIV -> b == 0 ? 0 : a / b;
            default   -> Operand.shift(true, a, opcode & 3, (int) b & 63);
        };
    }

    private long of32(int a, int b) {
        return switch (opcode) {
            case UDIV -> b == 0 ? 0 : Integer.divideUnsigned(a, b);
            case SDIV -> b == 0 ? 0 : a / b;
            default   -> Operand.shift(false, a, opcode & 3, b & 31);
        };
    }

    @Override
    public String assembly(long pc) {
        String name = switch (opcode) {
            case UDIV -> "udiv";
            case SDIV -> "sdiv";
            default   -> Text.shiftName(opcode & 3);
        };
        return name + " " + Text.r(is64, rd) + ", " + Text.r(is64, rn) + ", " + Text.r(is64, rm);
    }
}
