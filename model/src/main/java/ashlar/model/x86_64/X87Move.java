package ashlar.model.x86_64;

/// FXCH, FST and FSTP to a register, FFREE, FCMOVcc, FINCSTP, FDECSTP, FNOP.
/// @param other i of ST(i); of FCMOVcc, the condition code is in bits 3 and up
public record X87Move(int operation, int other, int length) implements Instruction {
    static final int FXCH = 0;
    static final int FST = 1;
    static final int FSTP = 2;
    static final int FFREE = 3;
    static final int FCMOV = 4;
    static final int FINCSTP = 5;
    static final int FDECSTP = 6;
    static final int FFREEP = 7;
    static final int FNOP = 8;

    static Instruction decode(Encoding e, int operation) {
        return new X87Move(operation, e.modRmLow(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        X87 f = cpu.fpu;
        f.await();
        f.begin();
        switch (operation) {
            case FXCH    -> exchange(f);
            case FST     -> store(f, false);
            case FSTP    -> store(f, true);
            case FFREE   -> f.free(other);
            case FCMOV   -> moveIf(f, cpu.holds(other >> 3));
            case FINCSTP -> turn(f, 1);
            case FDECSTP -> turn(f, -1);
            case FFREEP  -> freeAndPop(f);
            default      -> { }
        }
    }

    private static void turn(X87 f, int by) {
        f.setConditions(X87.CONDITIONS, 0);
        f.turn(by);
    }

    private void freeAndPop(X87 f) {
        f.free(other);
        f.pop();
    }

    private void store(X87 f, boolean pops) {
        if (f.isEmpty(0)) f.stackFault(false);
        else f.copy(0);
        if (!f.commit()) return;
        f.storeResult(other);
        if (pops) f.pop();
    }

    private void moveIf(X87 f, boolean holds) {
        int from = other & 7;
        if (f.isEmpty(0) || f.isEmpty(from)) f.stackFault(false);
        else f.copy(holds ? from : 0);
        if (f.commit()) f.storeResult(0);
    }

    private void exchange(X87 f) {
        if (f.isEmpty(0) || f.isEmpty(other)) {
            f.stackFault(false);
            if (!f.commit()) return;
        }
        fill(f, 0);
        fill(f, other);
        long significand = f.significand[f.st(0)];
        long signExponent = f.signExponent[f.st(0)];
        f.copy(other);
        f.storeResult(0);
        Extended.set(f, signExponent, significand);
        f.storeResult(other);
    }

    /// An empty register counts as the default NaN.
    private static void fill(X87 f, int i) {
        if (!f.isEmpty(i)) return;
        Extended.setDefaultNaN(f);
        f.storeResult(i);
    }

    @Override
    public String assembly(long pc) {
        return switch (operation) {
            case FXCH    -> "fxch st(" + other + ")";
            case FST     -> "fst st(" + other + ")";
            case FSTP    -> "fstp st(" + other + ")";
            case FFREE   -> "ffree st(" + other + ")";
            case FCMOV   -> "fcmov" + condition() + " st,st(" + (other & 7) + ")";
            case FINCSTP -> "fincstp";
            case FDECSTP -> "fdecstp";
            case FFREEP  -> "ffreep st(" + other + ")";
            default      -> "fnop";
        };
    }

    private String condition() {
        return switch (other >> 3) {
            case 10 -> "u";
            case 11 -> "nu";
            case 3  -> "nb";
            case 7  -> "nbe";
            default -> Names.condition(other >> 3);
        };
    }
}
