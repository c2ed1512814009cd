package ashlar.model.x86_64;

/// MOV between general registers, memory and constants.
public record Move(Operand destination, Operand source, int length) implements Instruction {
    /// Opcodes 88..8b: Eb,Gb  Ev,Gv  Gb,Eb  Gv,Ev
    static Instruction decode(Encoding e, int opcode) {
        e.modRm();
        Operand rm = e.rmOperand(e.bits(opcode));
        Operand reg = e.regOperand(e.bits(opcode));
        return (opcode & 2) == 0 ? new Move(rm, reg, e.length()) : new Move(reg, rm, e.length());
    }

    /// Opcodes c6 /0, c7 /0: Eb,Ib  Ev,Iz
    static Instruction decodeImmediate(Encoding e, int opcode) {
        e.modRm();
        Operand source = e.immediate(e.bits(opcode));
        return e.extension() == 0 ? new Move(e.rmOperand(e.bits(opcode)), source, e.length()) : e.undefined();
    }

    /// Opcodes b0..bf: a register and a constant of its full size.
    static Instruction decodeToRegister(Encoding e, int opcode) {
        int bits = opcode < 0xb8 ? 8 : e.bits();
        Operand source = Operand.constant(e.constant(bits), bits);
        return new Move(e.register(opcode & 7 | e.rexB(), bits), source, e.length());
    }

    /// Opcodes a0..a3: AL,Ob  rAX,Ov  Ob,AL  Ov,rAX
    static Instruction decodeOffset(Encoding e, int opcode) {
        long offset = e.has67() ? e.constant(32) : e.constant(64);
        Address address = new Address(e.segment(), Cpu.NONE, Cpu.NONE, 0, offset, e.has67(), e.length());
        Operand memory = Operand.memory(address, e.bits(opcode));
        Operand accumulator = Operand.register(Cpu.RAX, e.bits(opcode));
        return opcode < 0xa2 ? new Move(accumulator, memory, e.length())
            : new Move(memory, accumulator, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        destination.write(cpu, source.read(cpu));
    }

    @Override
    public String assembly(long pc) {
        boolean isLong = source.kind() == Operand.CONSTANT && source.constant() != (int) source.constant();
        return (isLong ? "movabs " : "mov ") + destination.text() + "," + source.text();
    }
}
