package ashlar.model.x86_64;

/// PALIGNR: 16 bytes of destination:source.
public record AlignRight(int destination, Vector source, int bytes, int length) implements Instruction {
    /// Opcode 66 0f 3a 0f.
    static Instruction decode(Encoding e) {
        int bytes = e.next();
        return new AlignRight(e.reg(), e.vector(), bytes, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long a = source.low(cpu);
        long b = source.high(cpu);
        long c = cpu.x[2 * destination];
        long d = cpu.x[2 * destination + 1];
        cpu.x[2 * destination] = ByteShift.eight(a, b, c, d, bytes);
        cpu.x[2 * destination + 1] = ByteShift.eight(a, b, c, d, bytes + 8);
    }

    @Override
    public String assembly(long pc) {
        return "palignr xmm" + destination + "," + source.text(128) + "," + Names.hex(bytes);
    }
}
