package ashlar.model.x86_64;

/// INSERTPS.
public record InsertFloat(int destination, Vector source, int control, int length) implements Instruction {
    /// Opcode 66 0f 3a 21.
    static Instruction decode(Encoding e) {
        int control = e.next();
        return new InsertFloat(e.reg(), e.vector(), control, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long a = source.isMemory() ? source.single(cpu)
            : ShuffleWords.doubleword(source.low(cpu), source.high(cpu), control >> 6);
        long low = cpu.x[2 * destination];
        long high = cpu.x[2 * destination + 1];
        cpu.x[2 * destination] = lane(low, a, 0) | lane(low >>> 32, a, 1) << 32;
        cpu.x[2 * destination + 1] = lane(high, a, 2) | lane(high >>> 32, a, 3) << 32;
    }

    private long lane(long old, long a, int number) {
        if ((control >> number & 1) != 0) return 0;
        return (control >> 4 & 3) == number ? a : old & 0xffffffffL;
    }

    @Override
    public String assembly(long pc) {
        return "insertps xmm" + destination + "," + source.text(32) + "," + Names.hex(control);
    }
}
