package ashlar.model.x86_64;

/// Bytes that are no instruction.
public record Undefined(int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        throw new Trap(Trap.UNDEFINED_OPCODE);
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        return "(bad)";
    }
}
