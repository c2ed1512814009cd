package ashlar.model.x86_64;

/// MOVNTI.
public record MoveNonTemporal(Operand destination, Operand source, int length) implements Instruction {
    /// Opcode 0f c3: My,Gy
    static Instruction decode(Encoding e) {
        int bits = e.rexW() ? 64 : 32;
        return e.isRegister() || e.mandatory() != 0 ? e.undefined()
            : new MoveNonTemporal(e.rmOperand(bits), e.regOperand(bits), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        destination.write(cpu, source.read(cpu));
    }

    @Override
    public String assembly(long pc) {
        return "movnti " + destination.text() + "," + source.text();
    }
}
