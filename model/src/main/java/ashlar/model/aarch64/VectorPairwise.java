package ashlar.model.aarch64;

/// SMAXP, SMINP, UMAXP, UMINP, ADDP (vector): neighbours of "Advanced SIMD three same".
/// @param opcode with U as bit 5
public record VectorPairwise(boolean isFull, int opcode, int bits, int rm, int rn, int rd)
    implements Instruction {
    private static final int MAXP = 0x14;
    private static final int MINP = 0x15;
    private static final int ADDP = 0x17;

    /// As [VectorThreeSame] says.
    static boolean matches(int w) {
        boolean isVector = (w & 0x9F20_0400) == 0x0E20_0400;
        int opcode = Fields.bits(w, 15, 11);
        return isVector && (opcode == MAXP || opcode == MINP || opcode == ADDP);
    }

    static Instruction decode(int w) {
        boolean isFull = Fields.bit(w, 30);
        int size = Fields.bits(w, 23, 22);
        int opcode = Fields.bits(w, 29, 29) << 5 | Fields.bits(w, 15, 11);
        boolean isWrong = size == 3 && (opcode != ADDP || !isFull) || opcode == (ADDP | 32);
        if (isWrong) return new Undefined(w);
        return new VectorPairwise(isFull, opcode, Lanes.bits(size), Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        if (isFull) {
            long low = half(cpu.qLow(rn), cpu.qHigh(rn));
            cpu.setQ(rd, low, half(cpu.qLow(rm), cpu.qHigh(rm)));
        } else {
            cpu.setQ(rd, half(cpu.qLow(rn), cpu.qLow(rm)), 0);
        }
    }

    /// The results of the pairs in low, then in high; each half gives half of a half.
    private long half(long low, long high) {
        if (bits == 64) return low + high;
        long result = 0;
        int pairs = 32 / bits;
        for (int i = 0; i < pairs; i++) {
            result |= Lanes.at(pair(low, i), bits, i);
            result |= Lanes.at(pair(high, i), bits, pairs + i);
        }
        return result;
    }

    private long pair(long word, int i) {
        long a = Lanes.get(word, bits, 2 * i);
        long b = Lanes.get(word, bits, 2 * i + 1);
        boolean isSigned = opcode < 32;
        return switch (opcode & 31) {
            case MAXP -> IntegerLane.order(bits, isSigned, a, b) > 0 ? a : b;
            case MINP -> IntegerLane.order(bits, isSigned, a, b) < 0 ? a : b;
            default   -> a + b;
        };
    }

    @Override
    public String assembly(long pc) {
        String sign = opcode < 32 ? "s" : "u";
        String name = switch (opcode & 31) {
            case MAXP -> sign + "maxp ";
            case MINP -> sign + "minp ";
            default   -> "addp ";
        };
        int sizeLog = Lanes.sizeLog(bits);
        return name + Text.vector(isFull, sizeLog, rd) + ", " + Text.vector(isFull, sizeLog, rn) + ", "
            + Text.vector(isFull, sizeLog, rm);
    }
}
