package ashlar.model.x86_64;

/// FLD, FILD, and FLD1 .. FLDZ.
/// @param kind [X87Arithmetic#STACK], [X87Arithmetic#FLOAT], [X87Arithmetic#INTEGER] or [#CONSTANT]
/// @param from i of ST(i), or the constant's number
public record X87Load(int kind, int bits, int from, Address address, int length) implements Instruction {
    static final int CONSTANT = 3;

    static Instruction decodeMemory(Encoding e, int kind, int bits) {
        return new X87Load(kind, bits, 0, e.address(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        X87 f = cpu.fpu;
        f.await();
        f.begin();
        switch (kind) {
            case X87Arithmetic.STACK -> copy(f);
            case CONSTANT            -> X87Constants.set(f, from);
            default                  -> load(cpu, f);
        }
        if (!f.isEmpty(7)) f.stackFault(true);
        if (f.commit()) f.pushResult();
    }

    private void load(Cpu cpu, X87 f) {
        fetch(cpu, f, kind, bits, address);
        boolean isSignalling = bits != 80 && Extended.isSignalling(f.resultSignExponent, f.resultSignificand);
        if (!isSignalling) return;
        f.environment.meet(Mxcsr.INVALID);
        Extended.set(f, f.resultSignExponent, f.resultSignificand | Extended.QUIET);
    }

    private void copy(X87 f) {
        if (f.isEmpty(from)) f.stackFault(false);
        else f.copy(from);
    }

    /// Loads an operand from memory as the unit's result.
    static void fetch(Cpu cpu, X87 f, int kind, int bits, Address address) {
        long place = address.in(cpu);
        if (bits == 80) {
            long significand = cpu.memory.load64(place);
            Extended.set(f, cpu.memory.load16(place + 8), significand);
        } else {
            long v = cpu.load(bits, place);
            if (kind == X87Arithmetic.INTEGER) ExtendedConversion.fromInteger(f, Bits.signExtend(v, bits));
            else ExtendedConversion.fromFloat(f, bits, v);
        }
    }

    @Override
    public String assembly(long pc) {
        return switch (kind) {
            case X87Arithmetic.STACK   -> "fld st(" + from + ")";
            case X87Arithmetic.FLOAT   -> "fld " + Names.pointer(bits) + address.text();
            case X87Arithmetic.INTEGER -> "fild " + Names.pointer(bits) + address.text();
            default                    -> X87Constants.name(from);
        };
    }
}
