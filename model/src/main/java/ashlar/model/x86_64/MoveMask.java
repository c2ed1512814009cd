package ashlar.model.x86_64;

/// MOVMSKPS, MOVMSKPD, PMOVMSKB: the top bit of each lane.
/// @param bits of a lane
public record MoveMask(int bits, int destination, int source, int length) implements Instruction {
    static Instruction decode(Encoding e, int bits) {
        return e.isRegister() ? new MoveMask(bits, e.reg(), e.rm(), e.length()) : e.undefined();
    }

    @Override
    public void execute(Cpu cpu) {
        long low = gather(cpu.x[2 * source]);
        long high = gather(cpu.x[2 * source + 1]);
        cpu.r[destination] = high << 64 / bits | low;
    }

    private long gather(long v) {
        return switch (bits) {
            case 64 -> v >>> 63;
            case 32 -> v >>> 31 & 1 | v >>> 62 & 2;
            default -> (v >>> 7 & 0x0101010101010101L) * 0x0102040810204080L >>> 56;
        };
    }

    @Override
    public String assembly(long pc) {
        String name = bits == 64 ? "movmskpd " : bits == 32 ? "movmskps " : "pmovmskb ";
        return name + Names.register(destination, 0, 32) + ",xmm" + source;
    }
}
