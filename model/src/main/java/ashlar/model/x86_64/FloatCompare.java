package ashlar.model.x86_64;

/// CMPPS, CMPPD, CMPSS, CMPSD: lanes of ones or zeros.
/// @param predicate EQ, LT, LE, UNORD, NEQ, NLT, NLE, ORD
public record FloatCompare(int predicate, int bits, boolean isScalar, int destination, Vector source,
    int length)
    implements Instruction {
    /// Opcode 0f c2.
    static Instruction decode(Encoding e) {
        int bits = e.mandatory() == 0x66 || e.mandatory() == 0xf2 ? 64 : 32;
        int predicate = e.next() & 7;
        return new FloatCompare(predicate, bits, e.repeat() != 0, e.reg(), e.vector(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.mxcsr.begin();
        if (isScalar) executeScalar(cpu);
        else executePacked(cpu);
    }

    private void executeScalar(Cpu cpu) {
        long b = bits == 32 ? source.single(cpu) : source.low(cpu);
        long result = compare(cpu.mxcsr, Bits.zeroExtend(cpu.x[2 * destination], bits), b);
        cpu.mxcsr.commit();
        cpu.setScalar(destination, bits, result);
    }

    private void executePacked(Cpu cpu) {
        source.requireAligned(cpu);
        long low = half(cpu, cpu.x[2 * destination], source.low(cpu));
        long high = half(cpu, cpu.x[2 * destination + 1], source.high(cpu));
        cpu.mxcsr.commit();
        cpu.x[2 * destination] = low;
        cpu.x[2 * destination + 1] = high;
    }

    private long half(Cpu cpu, long a, long b) {
        if (bits == 64) return compare(cpu.mxcsr, a, b);
        return compare(cpu.mxcsr, a & 0xffffffffL, b & 0xffffffffL) & 0xffffffffL
            | compare(cpu.mxcsr, a >>> 32, b >>> 32) << 32;
    }

    private long compare(Mxcsr m, long a, long b) {
        boolean isSignalling = (predicate & 3) == 1 || (predicate & 3) == 2;
        int order = Order.compare(m, bits, a, b, isSignalling);
        boolean holds = switch (predicate & 3) {
            case 0  -> order == 0;
            case 1  -> order == -1;
            case 2  -> order <= 0;
            default -> order == Order.UNORDERED;
        };
        return holds != predicate >= 4 ? -1 : 0;
    }

    @Override
    public String assembly(long pc) {
        String name = switch (predicate) {
            case 0  -> "eq";
            case 1  -> "lt";
            case 2  -> "le";
            case 3  -> "unord";
            case 4  -> "neq";
            case 5  -> "nlt";
            case 6  -> "nle";
            default -> "ord";
        };
        return "cmp" + name + Names.floats(bits, isScalar) + " xmm" + destination + ","
            + source.text(isScalar ? bits : 128);
    }
}
