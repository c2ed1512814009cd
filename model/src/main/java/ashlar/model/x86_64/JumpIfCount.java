package ashlar.model.x86_64;

/// LOOPNE, LOOPE, LOOP, JRCXZ by the lowest bits of the opcode.
/// @param bits of the count in rCX: 32 or 64
public record JumpIfCount(int operation, int bits, long distance, int length) implements Instruction {
    static final int LOOPNE = 0;
    static final int LOOPE = 1;
    static final int LOOP = 2;

    /// Opcodes e0..e3: Jb
    static Instruction decode(Encoding e, int opcode) {
        long distance = e.constant(8);
        return new JumpIfCount(opcode & 3, e.has67() ? 32 : 64, distance, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long count = cpu.r[Cpu.RCX] - (operation <= LOOP ? 1 : 0);
        if (operation <= LOOP) cpu.setRegister(Cpu.RCX, bits, count);
        boolean isZero = (count & Bits.mask(bits)) == 0;
        boolean jumps = switch (operation) {
            case LOOPNE -> !isZero && !cpu.zero();
            case LOOPE  -> !isZero && cpu.zero();
            case LOOP   -> !isZero;
            default     -> isZero;
        };
        cpu.pc += jumps ? length + distance : length;
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public long jump() {
        return length + distance;
    }

    @Override
    public String assembly(long pc) {
        String name = switch (operation) {
            case LOOPNE -> "loopne";
            case LOOPE  -> "loope";
            case LOOP   -> "loop";
            default     -> bits == 32 ? "jecxz" : "jrcxz";
        };
        return name + " " + Names.hex(pc + length + distance);
    }
}
