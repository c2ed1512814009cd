package ashlar.model.x86_64;

/// MOVDDUP, MOVSLDUP, MOVSHDUP: each lane twice.
/// @param operation 0, 1, 2 in this order
public record Duplicate(int operation, int destination, Vector source, int length) implements Instruction {
    static Instruction decode(Encoding e, int operation) {
        return new Duplicate(operation, e.reg(), e.vector(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        if (operation != 0) source.requireAligned(cpu);
        long low = source.low(cpu);
        long high = operation == 0 ? low : source.high(cpu);
        cpu.x[2 * destination] = twice(low);
        cpu.x[2 * destination + 1] = twice(high);
    }

    private long twice(long v) {
        return switch (operation) {
            case 0  -> v;
            case 1  -> v & 0xffffffffL | v << 32;
            default -> v >>> 32 | v & ~0xffffffffL;
        };
    }

    @Override
    public String assembly(long pc) {
        String name = operation == 0 ? "movddup xmm" : operation == 1 ? "movsldup xmm" : "movshdup xmm";
        return name + destination + "," + source.text(operation == 0 ? 64 : 128);
    }
}
