package ashlar.model.x86_64;

/// CVTSS2SI, CVTSD2SI, CVTTSS2SI, CVTTSD2SI.
public record ConvertToInteger(int bits, boolean truncates, Operand destination, Vector source, int length)
    implements Instruction {
    /// Opcodes f3, f2 0f 2c, 2d.
    static Instruction decode(Encoding e, int opcode) {
        Operand destination = e.regOperand(e.rexW() ? 64 : 32);
        return e.repeat() == 0 ? e.undefined()
            : new ConvertToInteger(e.repeat() == 0xf3 ? 32 : 64, opcode == 0x2c, destination, e.vector(),
                e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long v = bits == 32 ? source.single(cpu) : source.low(cpu);
        int mode = truncates ? Mxcsr.TOWARDS_ZERO : cpu.mxcsr.rounding();
        cpu.mxcsr.begin();
        long result = Conversion.toInteger(cpu.mxcsr, bits, v, destination.bits(), mode);
        cpu.mxcsr.commit();
        destination.write(cpu, result);
    }

    @Override
    public String assembly(long pc) {
        return (truncates ? "cvtt" : "cvt") + (bits == 32 ? "ss2si " : "sd2si ") + destination.text() + ","
            + source.text(bits);
    }
}
