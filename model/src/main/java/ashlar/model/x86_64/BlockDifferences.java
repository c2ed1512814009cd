package ashlar.model.x86_64;

/// MPSADBW: sums of differences of four bytes at eight places.
public record BlockDifferences(int destination, Vector source, int control, int length)
    implements Instruction {
    /// Opcode 66 0f 3a 42.
    static Instruction decode(Encoding e) {
        int control = e.next();
        return new BlockDifferences(e.reg(), e.vector(), control, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long block = ShuffleWords.doubleword(source.low(cpu), source.high(cpu), control);
        long a = cpu.x[2 * destination];
        long b = cpu.x[2 * destination + 1];
        int start = control & 4;
        cpu.x[2 * destination] = sums(ByteShift.eight(a, b, 0, 0, start), block);
        cpu.x[2 * destination + 1] = sums(ByteShift.eight(a, b, 0, 0, start + 4), block);
    }

    private static long sums(long bytes, long block) {
        long result = 0;
        for (int i = 0; i < 4; i++) result |= sum(bytes >>> 8 * i, block) << 16 * i;
        return result;
    }

    private static long sum(long bytes, long block) {
        long result = 0;
        for (int i = 0; i < 32; i += 8) result += Math.abs((bytes >>> i & 0xff) - (block >>> i & 0xff));
        return result;
    }

    @Override
    public String assembly(long pc) {
        return "mpsadbw xmm" + destination + "," + source.text(128) + "," + Names.hex(control);
    }
}
