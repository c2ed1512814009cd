package ashlar.model.x86_64;

/// HADDPS, HADDPD, HSUBPS, HSUBPD, ADDSUBPS, ADDSUBPD.
/// @param operation the last byte of the opcode
public record FloatPairs(int operation, int bits, int destination, Vector source, int length)
    implements Instruction {
    static final int HADD = 0x7c;
    static final int HSUB = 0x7d;
    static final int ADDSUB = 0xd0;

    /// Opcodes 66 and f2 0f 7c, 7d, d0.
    static Instruction decode(Encoding e, int opcode) {
        boolean isKnown = e.mandatory() == 0x66 || e.mandatory() == 0xf2;
        return isKnown ? new FloatPairs(opcode, e.mandatory() == 0x66 ? 64 : 32, e.reg(), e.vector(),
            e.length())
            : e.undefined();
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        cpu.mxcsr.begin();
        long c = source.low(cpu);
        long d = source.high(cpu);
        long a = cpu.x[2 * destination];
        long b = cpu.x[2 * destination + 1];
        long low = operation == ADDSUB ? alternate(cpu, a, c, 0) : horizontal(cpu, a, b);
        long high = operation == ADDSUB ? alternate(cpu, b, d, 1) : horizontal(cpu, c, d);
        cpu.mxcsr.commit();
        cpu.x[2 * destination] = low;
        cpu.x[2 * destination + 1] = high;
    }

    private long alternate(Cpu cpu, long a, long b, int lane) {
        if (bits == 64) return apply(cpu, lane == 0, a, b);
        return apply(cpu, true, a & 0xffffffffL, b & 0xffffffffL)
            | apply(cpu, false, a >>> 32, b >>> 32) << 32;
    }

    private long horizontal(Cpu cpu, long a, long b) {
        boolean isSubtraction = operation == HSUB;
        if (bits == 64) return apply(cpu, isSubtraction, a, b);
        return apply(cpu, isSubtraction, a & 0xffffffffL, a >>> 32)
            | apply(cpu, isSubtraction, b & 0xffffffffL, b >>> 32) << 32;
    }

    private long apply(Cpu cpu, boolean isSubtraction, long a, long b) {
        int what = isSubtraction ? FloatingPoint.SUBTRACT : FloatingPoint.ADD;
        return FloatingPoint.apply(cpu.mxcsr, what, bits, a, b);
    }

    @Override
    public String assembly(long pc) {
        String name = operation == HADD ? "hadd" : operation == HSUB ? "hsub" : "addsub";
        return name + Names.floats(bits, false) + " xmm" + destination + "," + source.text(128);
    }
}
