package ashlar.model.x86_64;

/// ROUNDPS, ROUNDPD, ROUNDSS, ROUNDSD.
public record FloatRound(int bits, boolean isScalar, int destination, Vector source, int control, int length)
    implements Instruction {
    /// Opcodes 66 0f 3a 08..0b.
    static Instruction decode(Encoding e, int opcode) {
        int control = e.next();
        return new FloatRound((opcode & 1) == 0 ? 32 : 64, opcode >= 0x0a, e.reg(), e.vector(), control,
            e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.mxcsr.begin();
        if (isScalar) executeScalar(cpu);
        else executePacked(cpu);
    }

    private void executeScalar(Cpu cpu) {
        long result = round(cpu, bits == 32 ? source.single(cpu) : source.low(cpu));
        cpu.mxcsr.commit();
        cpu.setScalar(destination, bits, result);
    }

    private void executePacked(Cpu cpu) {
        source.requireAligned(cpu);
        long low = half(cpu, source.low(cpu));
        long high = half(cpu, source.high(cpu));
        cpu.mxcsr.commit();
        cpu.x[2 * destination] = low;
        cpu.x[2 * destination + 1] = high;
    }

    private long half(Cpu cpu, long v) {
        if (bits == 64) return round(cpu, v);
        return round(cpu, v & 0xffffffffL) | round(cpu, v >>> 32) << 32;
    }

    private long round(Cpu cpu, long v) {
        int mode = (control & 4) != 0 ? cpu.mxcsr.rounding() : control & 3;
        return Conversion.toIntegral(cpu.mxcsr, bits, v, mode, (control & 8) != 0);
    }

    @Override
    public String assembly(long pc) {
        return "round" + Names.floats(bits, isScalar) + " xmm" + destination + ","
            + source.text(isScalar ? bits : 128)
            + "," + Names.hex(control);
    }
}
