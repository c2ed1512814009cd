package ashlar.model.x86_64;

/// ADD, OR, ADC, SBB, AND, SUB, XOR, CMP by bits 5..3 of the opcode, and TEST.
public record Arithmetic(int operation, Operand destination, Operand source, int length)
    implements Instruction {
    static final int ADD = 0;
    static final int OR = 1;
    static final int ADC = 2;
    static final int SBB = 3;
    static final int AND = 4;
    static final int SUB = 5;
    static final int XOR = 6;
    static final int CMP = 7;
    static final int TEST = 8;

    /// Opcodes 00..3f: Eb,Gb  Ev,Gv  Gb,Eb  Gv,Ev  AL,Ib  eAX,Iz
    static Instruction decode(Encoding e, int opcode) {
        int operation = opcode >> 3;
        int bits = e.bits(opcode);
        if ((opcode & 4) != 0) return accumulator(e, operation, bits);
        e.modRm();
        return (opcode & 2) == 0
            ? new Arithmetic(operation, e.rmOperand(bits), e.regOperand(bits), e.length())
            : new Arithmetic(operation, e.regOperand(bits), e.rmOperand(bits), e.length());
    }

    private static Instruction accumulator(Encoding e, int operation, int bits) {
        Operand source = e.immediate(bits);
        return new Arithmetic(operation, Operand.register(Cpu.RAX, bits), source, e.length());
    }

    /// Opcodes 80, 81, 83: Eb,Ib  Ev,Iz  Ev,Ib
    static Instruction decodeImmediate(Encoding e, int opcode) {
        e.modRm();
        int bits = e.bits(opcode);
        Operand source = Operand.constant(e.constant(opcode == 0x81 ? Math.min(bits, 32) : 8), bits);
        return new Arithmetic(e.extension(), e.rmOperand(bits), source, e.length());
    }

    /// Opcodes 84, 85: Eb,Gb  Ev,Gv
    static Instruction decodeTest(Encoding e, int opcode) {
        e.modRm();
        int bits = e.bits(opcode);
        return new Arithmetic(TEST, e.rmOperand(bits), e.regOperand(bits), e.length());
    }

    /// Opcodes a8, a9: AL,Ib  eAX,Iz
    static Instruction decodeTestAccumulator(Encoding e, int opcode) {
        return accumulator(e, TEST, e.bits(opcode));
    }

    /// Opcodes f6 /0, f7 /0: Eb,Ib  Ev,Iz
    static Instruction decodeTestImmediate(Encoding e, int bits) {
        Operand source = e.immediate(bits);
        return new Arithmetic(TEST, e.rmOperand(bits), source, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long a = destination.read(cpu);
        long b = source.read(cpu);
        switch (operation) {
            case ADD, ADC      -> add(cpu, a, b);
            case SUB, SBB, CMP -> subtract(cpu, a, b);
            case OR            -> logic(cpu, a | b);
            case XOR           -> logic(cpu, a ^ b);
            default            -> logic(cpu, a & b);
        }
    }

    private void add(Cpu cpu, long a, long b) {
        long result = a + b + (operation == ADC && cpu.carry() ? 1 : 0);
        destination.write(cpu, result);
        cpu.setAddFlags(destination.bits(), a, b, result);
    }

    private void subtract(Cpu cpu, long a, long b) {
        long result = a - b - (operation == SBB && cpu.carry() ? 1 : 0);
        if (operation != CMP) destination.write(cpu, result);
        cpu.setSubtractFlags(destination.bits(), a, b, result);
    }

    private void logic(Cpu cpu, long result) {
        if (operation != TEST) destination.write(cpu, result);
        cpu.setLogicFlags(destination.bits(), result);
    }

    @Override
    public boolean mayBeLocked() {
        return destination.isMemory() && operation < CMP;
    }

    @Override
    public String assembly(long pc) {
        String name = switch (operation) {
            case ADD -> "add";
            case OR  -> "or";
            case ADC -> "adc";
            case SBB -> "sbb";
            case AND -> "and";
            case SUB -> "sub";
            case XOR -> "xor";
            case CMP -> "cmp";
            default  -> "test";
        };
        return name + " " + destination.text() + "," + source.text();
    }
}
