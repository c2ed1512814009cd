package ashlar.model.x86_64;

/// FADD .. FDIVR, FIADD .. FIDIVR, and those that pop: by bits 5..3 of ModRM, ST(0) first unless reversed.
/// @param kind        [#STACK], [#FLOAT] or [#INTEGER]: what the other operand is
/// @param bits        of an operand in memory
/// @param other       i of ST(i)
/// @param destination 0, or other
public record X87Arithmetic(int operation, int kind, int bits, int other, Address address, int destination,
                            boolean pops, int length)
    implements Instruction {
    static final int STACK = 0;
    static final int FLOAT = 1;
    static final int INTEGER = 2;
    static final int FADD = 0;
    static final int FMUL = 1;
    static final int FSUB = 4;
    static final int FSUBR = 5;
    static final int FDIV = 6;

    static Instruction decodeStack(Encoding e, boolean toOther, boolean pops) {
        int other = e.modRmLow();
        return new X87Arithmetic(e.extension(), STACK, 80, other, Address.none(), toOther ? other : 0, pops,
            e.length());
    }

    static Instruction decodeMemory(Encoding e, int kind, int bits) {
        return new X87Arithmetic(e.extension(), kind, bits, 0, e.address(), 0, false, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        X87 f = cpu.fpu;
        f.await();
        f.begin();
        boolean isMissing = f.isEmpty(0) || kind == STACK && f.isEmpty(other);
        if (kind == STACK) f.copy(other);
        else X87Load.fetch(cpu, f, kind, bits, address);
        if (isMissing) f.stackFault(false);
        else apply(f);
        if (f.commit()) {
            f.storeResult(destination);
            if (pops) f.pop();
        }
    }

    /// A denormal operand in memory is noted like one in a register.
    private void apply(X87 f) {
        int met = f.environment.met();
        f.environment.forget(met & Mxcsr.INVALID);
        long a = f.signExponent[f.st(0)];
        long b = f.significand[f.st(0)];
        apply(f, a, b, f.resultSignExponent, f.resultSignificand);
        boolean isMoot = Extended.isNaN(a, b)
            || (f.environment.met() & (Mxcsr.INVALID | Mxcsr.DIVIDE_BY_ZERO)) != 0;
        if (!isMoot) f.environment.meet(met & Mxcsr.DENORMAL);
    }

    private void apply(X87 f, long a, long b, long c, long d) {
        switch (operation) {
            case FADD  -> Extended.add(f, a, b, c, d, false);
            case FMUL  -> Extended.multiply(f, a, b, c, d);
            case FSUB  -> Extended.add(f, a, b, c, d, true);
            case FSUBR -> Extended.add(f, c, d, a, b, true);
            case FDIV  -> Extended.divide(f, a, b, c, d);
            default    -> Extended.divide(f, c, d, a, b);
        }
    }

    @Override
    public String assembly(long pc) {
        String middle = kind == INTEGER ? "fi" : "f";
        String name = switch (operation) {
            case FADD  -> "add";
            case FMUL  -> "mul";
            case FSUB  -> "sub";
            case FSUBR -> "subr";
            case FDIV  -> "div";
            default    -> "divr";
        };
        if (kind != STACK) return middle + name + " " + Names.pointer(bits) + address.text();
        return "f" + turned(name) + (pops ? "p " : " ")
            + (destination == 0 ? "st,st(" + other + ")" : "st(" + other + "),st");
    }

    /// Assemblers name subtraction and division by what is taken from the destination.
    private String turned(String name) {
        if (destination == 0 || operation < FSUB) return name;
        return name.endsWith("r") ? name.substring(0, 3) : name + "r";
    }
}
