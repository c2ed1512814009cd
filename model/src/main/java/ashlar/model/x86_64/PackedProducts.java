package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.signExtend;
import static ashlar.model.x86_64.Bits.zeroExtend;

/// Packed integer instructions on pairs within 64 bits: PMADDWD, PMADDUBSW, PSADBW, PMULUDQ, PMULDQ.
/// @param opcode its last byte
public record PackedProducts(int opcode, int destination, Vector source, int length) implements Instruction {
    static final int PMADDUBSW = 0x04;
    static final int PMULDQ = 0x28;
    static final int PMULUDQ = 0xf4;
    static final int PMADDWD = 0xf5;
    static final int PSADBW = 0xf6;

    static Instruction decode(Encoding e, int opcode) {
        return new PackedProducts(opcode, e.reg(), e.vector(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long low = source.low(cpu);
        long high = source.high(cpu);
        cpu.x[2 * destination] = apply(cpu.x[2 * destination], low);
        cpu.x[2 * destination + 1] = apply(cpu.x[2 * destination + 1], high);
    }

    private long apply(long a, long b) {
        return switch (opcode) {
            case PMULUDQ -> (a & 0xffffffffL) * (b & 0xffffffffL);
            case PMULDQ  -> (long) (int) a * (int) b;
            case PMADDWD -> zeroExtend(products(a, b), 32) | products(a >>> 32, b >>> 32) << 32;
            case PSADBW  -> differences(a, b);
            default      -> bytePairs(a, b);
        };
    }

    private static long products(long a, long b) {
        return signExtend(a, 16) * signExtend(b, 16) + signExtend(a >>> 16, 16) * signExtend(b >>> 16, 16);
    }

    private static long differences(long a, long b) {
        long sum = 0;
        for (int i = 0; i < 64; i += 8) sum += Math.abs((a >>> i & 0xff) - (b >>> i & 0xff));
        return sum;
    }

    private static long bytePairs(long a, long b) {
        long result = 0;
        for (int i = 0; i < 64; i += 16) {
            long sum = (a >>> i & 0xff) * signExtend(b >>> i, 8)
                + (a >>> i + 8 & 0xff) * signExtend(b >>> i + 8, 8);
            result |= zeroExtend(Lanes.saturate(16, sum), 16) << i;
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        String name = switch (opcode) {
            case PMULUDQ -> "pmuludq";
            case PMULDQ  -> "pmuldq";
            case PMADDWD -> "pmaddwd";
            case PSADBW  -> "psadbw";
            default      -> "pmaddubsw";
        };
        return name + " xmm" + destination + "," + source.text(128);
    }
}
