package ashlar.model.x86_64;

/// CVTSS2SD, CVTSD2SS.
/// @param bits of the source
public record ConvertScalar(int bits, int destination, Vector source, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        cpu.mxcsr.begin();
        long result = Conversion.resize(cpu.mxcsr, bits, bits == 32 ? source.single(cpu) : source.low(cpu));
        cpu.mxcsr.commit();
        cpu.setScalar(destination, 96 - bits, result);
    }

    @Override
    public String assembly(long pc) {
        return (bits == 32 ? "cvtss2sd xmm" : "cvtsd2ss xmm") + destination + "," + source.text(bits);
    }
}
