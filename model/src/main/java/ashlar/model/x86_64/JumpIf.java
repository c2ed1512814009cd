package ashlar.model.x86_64;

/// Jcc.
public record JumpIf(int condition, long distance, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        cpu.pc += cpu.holds(condition) ? length + distance : length;
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public long jump() {
        return length + distance;
    }

    @Override
    public String assembly(long pc) {
        return "j" + Names.condition(condition) + " " + Names.hex(pc + length + distance);
    }
}
