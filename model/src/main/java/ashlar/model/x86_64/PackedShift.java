package ashlar.model.x86_64;

/// PSLLW .. PSRAD by a constant or by the low half of an XMM register or memory.
/// @param bits     of a lane
/// @param constant the count, if count is not a vector's
public record PackedShift(int operation, int bits, int destination, boolean isConstant, long constant,
    Vector count, int length)
    implements Instruction {
    static final int RIGHT = 2;
    static final int ARITHMETIC = 4;
    static final int LEFT = 6;

    /// Opcodes 66 0f d1..d3, e1, e2, f1..f3.
    static Instruction decode(Encoding e, int opcode) {
        int operation = opcode < 0xe0 ? RIGHT : opcode < 0xf0 ? ARITHMETIC : LEFT;
        return new PackedShift(operation, 8 << (opcode & 3), e.reg(), false, 0, e.vector(), e.length());
    }

    /// Opcodes 66 0f 71..73 with the operation in ModRM.
    static Instruction decodeConstant(Encoding e, int opcode) {
        int bits = 8 << (opcode & 3);
        long constant = e.constant(8) & 0xff;
        int operation = e.extension();
        boolean isBytes = bits == 64 && (operation == 3 || operation == 7);
        if (isBytes && e.isRegister()) return new ByteShift(operation == 7, e.rm(), constant, e.length());
        boolean isKnown = operation == RIGHT || operation == LEFT || operation == ARITHMETIC && bits < 64;
        return !isKnown || !e.isRegister() ? e.undefined()
            : new PackedShift(operation, bits, e.rm(), true, constant, Vector.register(0), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        if (!isConstant) count.requireAligned(cpu);
        long n = isConstant ? constant : count.low(cpu);
        boolean isAll = Long.compareUnsigned(n, bits) >= 0;
        int shift = isAll ? bits : (int) n;
        cpu.x[2 * destination] = shifted(cpu.x[2 * destination], shift);
        cpu.x[2 * destination + 1] = shifted(cpu.x[2 * destination + 1], shift);
    }

    private long shifted(long v, int n) {
        return switch (operation) {
            case LEFT  -> n == bits ? 0 : v << n & Lanes.ones(bits) * Bits.zeroExtend(-1L << n, bits);
            case RIGHT -> n == bits ? 0 : v >>> n & Lanes.ones(bits) * (Bits.mask(bits) >>> n);
            default    -> arithmetic(v, Math.min(n, bits - 1));
        };
    }

    private long arithmetic(long v, int n) {
        long result = 0;
        for (int i = 0; i < 64; i += bits)
            result |= Bits.zeroExtend(Bits.signExtend(v >>> i, bits) >> n, bits) << i;
        return result;
    }

    @Override
    public String assembly(long pc) {
        String name = operation == LEFT ? "psll" : operation == RIGHT ? "psrl" : "psra";
        return name + Names.lane(bits) + " xmm" + destination + ","
            + (isConstant ? Names.hex(constant) : count.text(128));
    }
}
