package ashlar.model.x86_64;

/// FCHS, FABS, FXAM, FSQRT, FRNDINT, FSCALE, FXTRACT, FPREM, FPREM1, by the lowest bits of the opcode d9.
public record X87Unary(int operation, int length) implements Instruction {
    static final int FCHS = 0xe0;
    static final int FABS = 0xe1;
    static final int FXAM = 0xe5;
    static final int FXTRACT = 0xf4;
    static final int FPREM1 = 0xf5;
    static final int FPREM = 0xf8;
    static final int FSQRT = 0xfa;
    static final int FRNDINT = 0xfc;
    static final int FSCALE = 0xfd;

    @Override
    public void execute(Cpu cpu) {
        X87 f = cpu.fpu;
        f.await();
        f.begin();
        switch (operation) {
            case FXAM    -> X87Remainder.examine(f);
            case FXTRACT -> X87Remainder.extract(f);
            default      -> replace(f);
        }
    }

    private void replace(X87 f) {
        boolean isBinary = operation == FPREM || operation == FPREM1 || operation == FSCALE;
        if (f.isEmpty(0) || isBinary && f.isEmpty(1)) f.stackFault(false);
        else apply(f, f.signExponent[f.st(0)], f.significand[f.st(0)]);
        if (f.commit()) f.storeResult(0);
    }

    private void apply(X87 f, long a, long b) {
        long c = f.signExponent[f.st(1)];
        long d = f.significand[f.st(1)];
        switch (operation) {
            case FCHS    -> Extended.set(f, a ^ 0x8000, b);
            case FABS    -> Extended.set(f, a & 0x7fff, b);
            case FSQRT   -> Extended.squareRoot(f, a, b);
            case FRNDINT -> ExtendedConversion.toIntegral(f, a, b);
            case FSCALE  -> X87Remainder.scale(f, a, b, c, d);
            default      -> X87Remainder.remainder(f, a, b, c, d, operation == FPREM1);
        }
    }

    @Override
    public String assembly(long pc) {
        return switch (operation) {
            case FCHS    -> "fchs";
            case FABS    -> "fabs";
            case FXAM    -> "fxam";
            case FXTRACT -> "fxtract";
            case FPREM1  -> "fprem1";
            case FPREM   -> "fprem";
            case FSQRT   -> "fsqrt";
            case FRNDINT -> "frndint";
            default      -> "fscale";
        };
    }
}
