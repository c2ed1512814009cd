package ashlar.model.x86_64;

/// PSLLDQ, PSRLDQ: the register as one number, by whole bytes.
public record ByteShift(boolean isLeft, int destination, long bytes, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        long low = cpu.x[2 * destination];
        long high = cpu.x[2 * destination + 1];
        int n = (int) Math.min(bytes, 16);
        int start = isLeft ? 16 - n : n;
        cpu.x[2 * destination] = isLeft ? eight(0, 0, low, high, start) : eight(low, high, 0, 0, start);
        cpu.x[2 * destination + 1] = isLeft ? eight(0, 0, low, high, start + 8)
            : eight(low, high, 0, 0, start + 8);
    }

    /// Eight bytes of the 32 bytes d:c:b:a, from the one with number start.
    static long eight(long a, long b, long c, long d, int start) {
        int shift = 8 * (start & 7);
        return switch (start >> 3) {
            case 0  -> both(a, b, shift);
            case 1  -> both(b, c, shift);
            case 2  -> both(c, d, shift);
            case 3  -> both(d, 0, shift);
            default -> 0;
        };
    }

    private static long both(long low, long high, int shift) {
        return shift == 0 ? low : low >>> shift | high << -shift;
    }

    @Override
    public String assembly(long pc) {
        return (isLeft ? "pslldq xmm" : "psrldq xmm") + destination + "," + Names.hex(bytes);
    }
}
