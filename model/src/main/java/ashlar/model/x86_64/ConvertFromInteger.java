package ashlar.model.x86_64;

/// CVTSI2SS, CVTSI2SD.
public record ConvertFromInteger(int bits, int destination, Operand source, int length)
    implements Instruction {
    /// Opcodes f3, f2 0f 2a.
    static Instruction decode(Encoding e) {
        Operand source = e.rmOperand(e.rexW() ? 64 : 32);
        return e.repeat() == 0 ? e.undefined()
            : new ConvertFromInteger(e.repeat() == 0xf3 ? 32 : 64, e.reg(), source, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.mxcsr.begin();
        long v = Bits.signExtend(source.read(cpu), source.bits());
        long result = Conversion.fromInteger(cpu.mxcsr, bits, v);
        cpu.mxcsr.commit();
        cpu.setScalar(destination, bits, result);
    }

    @Override
    public String assembly(long pc) {
        return (bits == 32 ? "cvtsi2ss xmm" : "cvtsi2sd xmm") + destination + "," + source.text();
    }
}
