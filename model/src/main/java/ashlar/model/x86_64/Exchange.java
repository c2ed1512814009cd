package ashlar.model.x86_64;

/// XCHG.
public record Exchange(Operand first, Operand second, int length) implements Instruction {
    /// Opcodes 86, 87: Eb,Gb  Ev,Gv
    static Instruction decode(Encoding e, int opcode) {
        e.modRm();
        return new Exchange(e.rmOperand(e.bits(opcode)), e.regOperand(e.bits(opcode)), e.length());
    }

    /// Opcodes 90..97: a register and rAX; with itself it is NOP.
    static Instruction decodeAccumulator(Encoding e, int opcode) {
        int number = opcode & 7 | e.rexB();
        if (number == Cpu.RAX) return new Nop(e.repeat() == 0xf3 ? Nop.PAUSE : Nop.PLAIN, e.length());
        return new Exchange(e.register(number, e.bits()), Operand.register(Cpu.RAX, e.bits()), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long a = first.read(cpu);
        long b = second.read(cpu);
        first.write(cpu, b);
        second.write(cpu, a);
    }

    @Override
    public boolean mayBeLocked() {
        return first.isMemory();
    }

    @Override
    public String assembly(long pc) {
        return "xchg " + first.text() + "," + second.text();
    }
}
