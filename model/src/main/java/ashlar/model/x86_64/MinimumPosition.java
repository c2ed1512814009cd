package ashlar.model.x86_64;

/// PHMINPOSUW: the least of eight words, and where it first is.
public record MinimumPosition(int destination, Vector source, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long low = source.low(cpu);
        long high = source.high(cpu);
        long least = low & 0xffff;
        long at = 0;
        for (int i = 1; i < 8; i++) {
            long word = (i < 4 ? low : high) >>> 16 * (i & 3) & 0xffff;
            if (word < least) {
                least = word;
                at = i;
            }
        }
        cpu.x[2 * destination] = at << 16 | least;
        cpu.x[2 * destination + 1] = 0;
    }

    @Override
    public String assembly(long pc) {
        return "phminposuw xmm" + destination + "," + source.text(128);
    }
}
