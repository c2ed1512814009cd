package ashlar.model.x86_64;

/// FCOM, FUCOM, FICOM and FTST set C3, C2 and C0; FCOMI and FUCOMI set ZF, PF and CF.
/// @param kind  of the other operand, as in [X87Load]; a constant is zero
/// @param pops  how many registers
public record X87Compare(int kind, int bits, int other, Address address, boolean isQuiet, boolean toFlags,
    int pops,
                         int length)
    implements Instruction {
    static Instruction decodeStack(Encoding e, boolean isQuiet, boolean toFlags, int pops) {
        return new X87Compare(X87Arithmetic.STACK, 80, e.modRmLow(), Address.none(), isQuiet, toFlags, pops,
            e.length());
    }

    /// FCOM /2, FCOMP /3 with memory.
    static Instruction decodeMemory(Encoding e, int kind, int bits) {
        return new X87Compare(kind, bits, 0, e.address(), false, false, e.extension() - 2, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        X87 f = cpu.fpu;
        f.await();
        f.begin();
        boolean isMissing = f.isEmpty(0) || kind == X87Arithmetic.STACK && f.isEmpty(other);
        fetch(cpu, f);
        if (isMissing) f.stackFault(false);
        int order = isMissing ? Order.UNORDERED : compare(f);
        if (!f.commit()) return;
        if (toFlags) cpu.setOrderFlags(order);
        else f.setConditions(X87.C0 | X87.C2 | X87.C3, conditions(order));
        if (pops > 0) f.pop();
        if (pops > 1) f.pop();
    }

    /// A denormal operand in memory is noted like one in a register.
    private int compare(X87 f) {
        int met = f.environment.met();
        f.environment.forget(met & Mxcsr.INVALID);
        int order = Extended.compare(f, f.signExponent[f.st(0)], f.significand[f.st(0)], f.resultSignExponent,
            f.resultSignificand, isQuiet);
        if (order != Order.UNORDERED) f.environment.meet(met & Mxcsr.DENORMAL);
        return order;
    }

    private void fetch(Cpu cpu, X87 f) {
        switch (kind) {
            case X87Arithmetic.STACK -> f.copy(other);
            case X87Load.CONSTANT    -> Extended.set(f, 0, 0);
            default                  -> X87Load.fetch(cpu, f, kind, bits, address);
        }
    }

    private static int conditions(int order) {
        return switch (order) {
            case -1 -> X87.C0;
            case 0  -> X87.C3;
            case 1  -> 0;
            default -> X87.C0 | X87.C2 | X87.C3;
        };
    }

    @Override
    public String assembly(long pc) {
        if (kind == X87Load.CONSTANT) return "ftst";
        String end = (toFlags ? "i" : "") + (pops == 2 ? "pp" : pops == 1 ? "p" : "");
        if (kind == X87Arithmetic.INTEGER) return "ficom" + end + " " + Names.pointer(bits) + address.text();
        String name = (isQuiet ? "fucom" : "fcom") + end;
        if (kind == X87Arithmetic.FLOAT) return name + " " + Names.pointer(bits) + address.text();
        if (pops == 2 && !toFlags) return name;
        return name + (toFlags ? " st,st(" : " st(") + other + ")";
    }
}
