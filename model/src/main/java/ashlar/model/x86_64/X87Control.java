package ashlar.model.x86_64;

/// FNINIT, FNCLEX, FLDCW, FNSTCW, FNSTSW, FNSTENV, FLDENV, FNSAVE, FRSTOR. Pointers to the last instruction
/// and operand are not kept: they are stored as zeros.
public record X87Control(int operation, Address address, int length) implements Instruction {
    static final int FNINIT = 0;
    static final int FNCLEX = 1;
    static final int FLDCW = 2;
    static final int FNSTCW = 3;
    static final int FNSTSW = 4;
    static final int FNSTSW_AX = 5;
    static final int FNSTENV = 6;
    static final int FLDENV = 7;
    static final int FNSAVE = 8;
    static final int FRSTOR = 9;

    static Instruction decode(Encoding e, int operation) {
        return new X87Control(operation, e.address(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        X87 f = cpu.fpu;
        switch (operation) {
            case FNINIT    -> f.reset();
            case FNCLEX    -> f.setStatus(f.status() & 0x7f00);
            case FLDCW     -> loadControl(cpu, f);
            case FNSTCW    -> cpu.memory.store16(address.in(cpu), f.control());
            case FNSTSW    -> cpu.memory.store16(address.in(cpu), f.status());
            case FNSTSW_AX -> cpu.setRegister(Cpu.RAX, 16, f.status());
            default        -> X87Environment.execute(cpu, operation, address.in(cpu));
        }
    }

    private void loadControl(Cpu cpu, X87 f) {
        f.await();
        f.setControl((int) cpu.memory.load16(address.in(cpu)));
    }

    @Override
    public String assembly(long pc) {
        return switch (operation) {
            case FNINIT    -> "fninit";
            case FNCLEX    -> "fnclex";
            case FLDCW     -> "fldcw WORD PTR " + address.text();
            case FNSTCW    -> "fnstcw WORD PTR " + address.text();
            case FNSTSW    -> "fnstsw WORD PTR " + address.text();
            case FNSTSW_AX -> "fnstsw ax";
            case FNSTENV   -> "fnstenv " + address.text();
            case FLDENV    -> "fldenv " + address.text();
            case FNSAVE    -> "fnsave " + address.text();
            default        -> "frstor " + address.text();
        };
    }
}
