package ashlar.model.x86_64;

/// An instruction with a `lock` prefix: with one core at work each instruction is atomic anyway.
public record Locked(Instruction instruction) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        instruction.execute(cpu);
    }

    @Override
    public int length() {
        return instruction.length();
    }

    @Override
    public String assembly(long pc) {
        return "lock " + instruction.assembly(pc);
    }
}
