package ashlar.model.x86_64;

/// MOVLPS, MOVHPS, MOVLPD, MOVHPD from memory, MOVHLPS, MOVLHPS: one half of a register.
public record HalfMove(boolean toHigh, boolean fromHigh, boolean isDouble, int destination, Vector source,
    int length)
    implements Instruction {
    /// Opcodes 0f 12, 16 without a prefix or with 66.
    static Instruction decode(Encoding e, int opcode) {
        if (e.has66() && e.isRegister()) return e.undefined();
        boolean toHigh = opcode == 0x16;
        return new HalfMove(toHigh, e.isRegister() && !toHigh, e.has66(), e.reg(), e.vector(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.x[2 * destination + (toHigh ? 1 : 0)] = fromHigh ? source.high(cpu) : source.low(cpu);
    }

    @Override
    public String assembly(long pc) {
        String half = toHigh ? "movhp" : "movlp";
        String name = source.isMemory() ? half + (isDouble ? "d" : "s") : toHigh ? "movlhps" : "movhlps";
        return name + " xmm" + destination + "," + source.text(64);
    }
}
