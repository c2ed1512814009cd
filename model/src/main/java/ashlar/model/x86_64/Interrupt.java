package ashlar.model.x86_64;

/// INT1, INT3, INT n.
public record Interrupt(int vector, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        if (vector == Trap.BREAKPOINT || vector == Trap.DEBUG) throw new Trap(vector, 0, length);
        throw new Trap(Trap.SOFTWARE_INTERRUPT, vector, length);
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        return vector == Trap.BREAKPOINT ? "int3" : "int " + Names.hex(vector);
    }
}
