package ashlar.model.x86_64;

/// SHUFPS, SHUFPD.
public record ShuffleFloats(boolean isDouble, int destination, Vector source, int order, int length)
    implements Instruction {
    /// Opcodes 0f c6, 66 0f c6.
    static Instruction decode(Encoding e) {
        int order = e.next();
        return e.repeat() != 0 ? e.undefined()
            : new ShuffleFloats(e.has66(), e.reg(), e.vector(), order, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long c = source.low(cpu);
        long d = source.high(cpu);
        long a = cpu.x[2 * destination];
        long b = cpu.x[2 * destination + 1];
        cpu.x[2 * destination] = isDouble ? (order & 1) == 0 ? a : b : pair(a, b, order);
        cpu.x[2 * destination + 1] = isDouble ? (order & 2) == 0 ? c : d : pair(c, d, order >> 4);
    }

    private static long pair(long low, long high, int order) {
        return ShuffleWords.doubleword(low, high, order)
            | ShuffleWords.doubleword(low, high, order >> 2) << 32;
    }

    @Override
    public String assembly(long pc) {
        return (isDouble ? "shufpd xmm" : "shufps xmm") + destination + "," + source.text(128) + ","
            + Names.hex(order);
    }
}
