package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.zeroExtend;

/// CMPXCHG: a destination in memory is written in any case.
public record CompareExchange(Operand destination, Operand source, int length) implements Instruction {
    /// Opcodes 0f b0, b1: Eb,Gb  Ev,Gv
    static Instruction decode(Encoding e, int opcode) {
        return new CompareExchange(e.rmOperand(e.bits(opcode)), e.regOperand(e.bits(opcode)), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        int bits = destination.bits();
        long expected = zeroExtend(cpu.r[Cpu.RAX], bits);
        long old = destination.read(cpu);
        if (old == expected) destination.write(cpu, source.read(cpu));
        else keep(cpu, old);
        cpu.setSubtractFlags(bits, expected, old, expected - old);
    }

    private void keep(Cpu cpu, long old) {
        if (destination.isMemory()) destination.write(cpu, old);
        cpu.setRegister(Cpu.RAX, destination.bits(), old);
    }

    @Override
    public boolean mayBeLocked() {
        return destination.isMemory();
    }

    @Override
    public String assembly(long pc) {
        return "cmpxchg " + destination.text() + "," + source.text();
    }
}
