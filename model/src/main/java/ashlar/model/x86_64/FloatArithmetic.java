package ashlar.model.x86_64;

/// ADDPS .. DIVSD, MINPS .. MAXSD, SQRTPS .. SQRTSD, RCPPS, RCPSS, RSQRTPS, RSQRTSS.
/// @param operation of [FloatingPoint]
public record FloatArithmetic(int operation, int bits, boolean isScalar, int destination, Vector source,
    int length)
    implements Instruction {
    /// Opcodes 0f 51..5f.
    static Instruction decode(Encoding e, int opcode) {
        boolean isScalar = e.repeat() != 0;
        int bits = e.mandatory() == 0x66 || e.mandatory() == 0xf2 ? 64 : 32;
        boolean isApproximate = opcode == FloatingPoint.RCP || opcode == FloatingPoint.RSQRT;
        return isApproximate && bits == 64 ? e.undefined()
            : new FloatArithmetic(opcode, bits, isScalar, e.reg(), e.vector(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.mxcsr.begin();
        if (isScalar) executeScalar(cpu);
        else executePacked(cpu);
    }

    private void executeScalar(Cpu cpu) {
        long b = bits == 32 ? source.single(cpu) : source.low(cpu);
        long a = Bits.zeroExtend(cpu.x[2 * destination], bits);
        long result = FloatingPoint.apply(cpu.mxcsr, operation, bits, a, b);
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
        if (bits == 64) return FloatingPoint.apply(cpu.mxcsr, operation, 64, a, b);
        long low = FloatingPoint.apply(cpu.mxcsr, operation, 32, a & 0xffffffffL, b & 0xffffffffL);
        return low | FloatingPoint.apply(cpu.mxcsr, operation, 32, a >>> 32, b >>> 32) << 32;
    }

    @Override
    public String assembly(long pc) {
        String name = switch (operation) {
            case FloatingPoint.SQRT     -> "sqrt";
            case FloatingPoint.RSQRT    -> "rsqrt";
            case FloatingPoint.RCP      -> "rcp";
            case FloatingPoint.ADD      -> "add";
            case FloatingPoint.MULTIPLY -> "mul";
            case FloatingPoint.SUBTRACT -> "sub";
            case FloatingPoint.MINIMUM  -> "min";
            case FloatingPoint.DIVIDE   -> "div";
            default                     -> "max";
        };
        return name + Names.floats(bits, isScalar) + " xmm" + destination + ","
            + source.text(isScalar ? bits : 128);
    }
}
