package ashlar.model.x86_64;

/// PUNPCKLBW .. PUNPCKHQDQ, UNPCKLPS .. UNPCKHPD: lanes of one half of both operands, in turn.
/// @param bits of a lane
public record Unpack(int bits, boolean isHigh, boolean isFloat, int destination, Vector source, int length)
    implements Instruction {
    static Instruction decode(Encoding e, int bits, boolean isHigh, boolean isFloat) {
        return new Unpack(bits, isHigh, isFloat, e.reg(), e.vector(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long b = isHigh ? source.high(cpu) : source.low(cpu);
        long a = cpu.x[2 * destination + (isHigh ? 1 : 0)];
        cpu.x[2 * destination] = bits == 64 ? a : spread(a) | spread(b) << bits;
        cpu.x[2 * destination + 1] = bits == 64 ? b : spread(a >>> 32) | spread(b >>> 32) << bits;
    }

    /// The lanes of the lower 32 bits, with gaps between them.
    private long spread(long v) {
        long result = 0;
        for (int i = 0; i < 32; i += bits) result |= (v >>> i & Bits.mask(bits)) << 2 * i;
        return result;
    }

    @Override
    public String assembly(long pc) {
        String end = switch (bits) {
            case 8  -> "bw";
            case 16 -> "wd";
            case 32 -> isFloat ? "ps" : "dq";
            default -> isFloat ? "pd" : "qdq";
        };
        return (isFloat ? "unpck" : "punpck") + (isHigh ? "h" : "l") + end + " xmm" + destination + ","
            + source.text(128);
    }
}
