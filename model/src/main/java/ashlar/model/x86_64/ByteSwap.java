package ashlar.model.x86_64;

/// BSWAP. With 16 bits, which the manual leaves undefined, it is taken as 32.
public record ByteSwap(Operand operand, int length) implements Instruction {
    /// Opcodes 0f c8..cf.
    static Instruction decode(Encoding e, int opcode) {
        int bits = e.rexW() ? 64 : 32;
        return new ByteSwap(Operand.register(opcode & 7 | e.rexB(), bits), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        operand.write(cpu, Long.reverseBytes(operand.read(cpu)) >>> 64 - operand.bits());
    }

    @Override
    public String assembly(long pc) {
        return "bswap " + operand.text();
    }
}
