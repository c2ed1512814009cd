package ashlar.model.x86_64;

/// MOVD, MOVQ from a general register or memory: the bits above are cleared.
public record GeneralLoad(int destination, Operand source, int length) implements Instruction {
    /// Opcode 66 0f 6e.
    static Instruction decode(Encoding e) {
        return new GeneralLoad(e.reg(), e.rmOperand(e.rexW() ? 64 : 32), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.x[2 * destination] = source.read(cpu);
        cpu.x[2 * destination + 1] = 0;
    }

    @Override
    public String assembly(long pc) {
        return (source.bits() == 64 ? "movq xmm" : "movd xmm") + destination + "," + source.text();
    }
}
