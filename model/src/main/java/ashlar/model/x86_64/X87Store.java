package ashlar.model.x86_64;

/// FST, FSTP, FIST, FISTP, FISTTP to memory.
/// @param truncates whether it is FISTTP
public record X87Store(boolean isInteger, boolean truncates, int bits, Address address, boolean pops,
    int length)
    implements Instruction {
    static Instruction decodeFloat(Encoding e, int bits, boolean pops) {
        return new X87Store(false, false, bits, e.address(), pops, e.length());
    }

    /// FISTTP /1, FIST /2, FISTP /3.
    static Instruction decodeInteger(Encoding e, int bits) {
        return new X87Store(true, e.extension() == 1, bits, e.address(), e.extension() != 2, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        X87 f = cpu.fpu;
        f.await();
        f.begin();
        if (f.isEmpty(0)) f.stackFault(false);
        else f.copy(0);
        if (bits == 80) storeWhole(cpu, f);
        else storeNarrow(cpu, f);
    }

    private void storeWhole(Cpu cpu, X87 f) {
        long place = address.in(cpu);
        cpu.memory.store64(place, f.resultSignificand);
        cpu.memory.store16(place + 8, f.resultSignExponent);
        if (f.commit() && pops) f.pop();
    }

    private void storeNarrow(Cpu cpu, X87 f) {
        long a = f.resultSignExponent;
        long b = f.resultSignificand;
        int mode = truncates ? Mxcsr.TOWARDS_ZERO : f.environment.rounding();
        long v = isInteger ? ExtendedConversion.toInteger(f, bits, a, b, mode)
            : ExtendedConversion.toFloat(f, bits, a, b);
        if (f.allows()) cpu.store(bits, address.in(cpu), v);
        if (f.commit() && pops) f.pop();
    }

    @Override
    public String assembly(long pc) {
        String name = isInteger ? truncates ? "fistt" : "fist" : "fst";
        return name + (pops ? "p " : " ") + Names.pointer(bits) + address.text();
    }
}
