package ashlar.model.x86_64;

/// MOVD, MOVQ to a general register or memory.
public record GeneralStore(Operand destination, int source, int length) implements Instruction {
    /// Opcode 66 0f 7e.
    static Instruction decode(Encoding e) {
        return new GeneralStore(e.rmOperand(e.rexW() ? 64 : 32), e.reg(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        destination.write(cpu, cpu.x[2 * source]);
    }

    @Override
    public String assembly(long pc) {
        return (destination.bits() == 64 ? "movq " : "movd ") + destination.text() + ",xmm" + source;
    }
}
