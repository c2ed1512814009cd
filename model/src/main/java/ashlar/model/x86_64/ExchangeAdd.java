package ashlar.model.x86_64;

/// XADD.
public record ExchangeAdd(Operand destination, Operand source, int length) implements Instruction {
    /// Opcodes 0f c0, c1: Eb,Gb  Ev,Gv
    static Instruction decode(Encoding e, int opcode) {
        return new ExchangeAdd(e.rmOperand(e.bits(opcode)), e.regOperand(e.bits(opcode)), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long a = destination.read(cpu);
        long b = source.read(cpu);
        if (destination.isMemory()) destination.write(cpu, a + b);
        source.write(cpu, a);
        if (!destination.isMemory()) destination.write(cpu, a + b);
        cpu.setAddFlags(destination.bits(), a, b, a + b);
    }

    @Override
    public boolean mayBeLocked() {
        return destination.isMemory();
    }

    @Override
    public String assembly(long pc) {
        return "xadd " + destination.text() + "," + source.text();
    }
}
