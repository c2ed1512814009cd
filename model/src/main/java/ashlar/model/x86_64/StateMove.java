package ashlar.model.x86_64;

/// LDMXCSR, STMXCSR, CLFLUSH, by bits 5..3 of ModRM.
public record StateMove(int operation, Address address, int length) implements Instruction {
    static final int LDMXCSR = 2;
    static final int STMXCSR = 3;
    static final int CLFLUSH = 7;

    /// Opcode 0f ae with an address.
    static Instruction decode(Encoding e) {
        if (e.mandatory() != 0) return e.undefined();
        return switch (e.extension()) {
            case 0, 1                      ->
                new StateSave(e.extension() == 1, e.rexW(), e.address(), e.length());
            case LDMXCSR, STMXCSR, CLFLUSH -> new StateMove(e.extension(), e.address(), e.length());
            default                        -> e.undefined();
        };
    }

    @Override
    public void execute(Cpu cpu) {
        long place = address.in(cpu);
        switch (operation) {
            case LDMXCSR -> load(cpu, cpu.memory.load32(place));
            case STMXCSR -> cpu.memory.store32(place, cpu.mxcsr.value());
            default      -> cpu.memory.load8(place);
        }
    }

    static void load(Cpu cpu, long value) {
        if ((value & ~Mxcsr.MASK) != 0) throw new Trap(Trap.GENERAL_PROTECTION);
        cpu.mxcsr.set((int) value);
    }

    @Override
    public String assembly(long pc) {
        return switch (operation) {
            case LDMXCSR -> "ldmxcsr " + Names.pointer(32) + address.text();
            case STMXCSR -> "stmxcsr " + Names.pointer(32) + address.text();
            default      -> "clflush " + Names.pointer(8) + address.text();
        };
    }
}
