package ashlar.model.x86_64;

/// PSHUFD, PSHUFLW, PSHUFHW.
/// @param prefix of the instruction: 66 PSHUFD, f2 PSHUFLW, f3 PSHUFHW
public record ShuffleWords(int prefix, int destination, Vector source, int order, int length)
    implements Instruction {
    /// Opcode 0f 70.
    static Instruction decode(Encoding e) {
        int order = e.next();
        return e.mandatory() == 0 ? e.undefined()
            : new ShuffleWords(e.mandatory(), e.reg(), e.vector(), order, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long low = source.low(cpu);
        long high = source.high(cpu);
        switch (prefix) {
            case 0x66 -> set(cpu, doubleword(low, high, order) | doubleword(low, high, order >> 2) << 32,
                doubleword(low, high, order >> 4) | doubleword(low, high, order >> 6) << 32);
            case 0xf2 -> set(cpu, words(low), high);
            default   -> set(cpu, low, words(high));
        }
    }

    private void set(Cpu cpu, long low, long high) {
        cpu.x[2 * destination] = low;
        cpu.x[2 * destination + 1] = high;
    }

    /// Doubleword number n & 3 of high:low.
    static long doubleword(long low, long high, int n) {
        return ((n & 2) == 0 ? low : high) >>> 32 * (n & 1) & 0xffffffffL;
    }

    private long words(long v) {
        long result = 0;
        for (int i = 0; i < 4; i++) result |= (v >>> 16 * (order >> 2 * i & 3) & 0xffff) << 16 * i;
        return result;
    }

    @Override
    public String assembly(long pc) {
        String name = prefix == 0x66 ? "pshufd xmm" : prefix == 0xf2 ? "pshuflw xmm" : "pshufhw xmm";
        return name + destination + "," + source.text(128) + "," + Names.hex(order);
    }
}
