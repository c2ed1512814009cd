package ashlar.model.x86_64;

/// LDMXCSR, STMXCSR, FXSAVE, FXRSTOR, CLFLUSH by bits 5..3 of ModRM.
public record StateMove(int operation, Address address, int length) implements Instruction {
    static Instruction decode(Encoding e) {
        return e.undefined();
    }

    @Override
    public void execute(Cpu cpu) {
    }

    @Override
    public String assembly(long pc) {
        return "";
    }
}
