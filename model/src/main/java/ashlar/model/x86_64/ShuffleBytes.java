package ashlar.model.x86_64;

/// PSHUFB.
public record ShuffleBytes(int destination, Vector source, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long low = source.low(cpu);
        long high = source.high(cpu);
        long a = cpu.x[2 * destination];
        long b = cpu.x[2 * destination + 1];
        cpu.x[2 * destination] = pick(a, b, low);
        cpu.x[2 * destination + 1] = pick(a, b, high);
    }

    private static long pick(long low, long high, long control) {
        long result = 0;
        for (int i = 0; i < 64; i += 8) {
            long n = control >>> i;
            long half = (n & 8) == 0 ? low : high;
            if ((n & 0x80) == 0) result |= (half >>> 8 * (n & 7) & 0xff) << i;
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        return "pshufb xmm" + destination + "," + source.text(128);
    }
}
