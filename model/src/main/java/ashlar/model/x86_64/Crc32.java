package ashlar.model.x86_64;

/// CRC32 of SSE4.2: the polynomial 11EDC6F41, bits reflected.
public record Crc32(Operand destination, Operand source, int length) implements Instruction {
    /// Opcodes f2 0f 38 f0, f1: Gd,Eb  Gd,Ev
    static Instruction decode(Encoding e, int opcode) {
        Operand source = e.rmOperand(e.bits(opcode));
        return new Crc32(e.regOperand(e.rexW() ? 64 : 32), source, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long data = source.read(cpu);
        long crc = destination.read(cpu) & 0xffffffffL;
        for (int i = 0; i < source.bits(); i++) {
            boolean isOdd = ((crc ^ data >>> i) & 1) != 0;
            crc = crc >>> 1 ^ (isOdd ? 0x82f63b78L : 0);
        }
        destination.write(cpu, crc);
    }

    @Override
    public String assembly(long pc) {
        return "crc32 " + destination.text() + "," + source.text();
    }
}
