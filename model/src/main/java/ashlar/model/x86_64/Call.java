package ashlar.model.x86_64;

/// CALL at a distance from the next instruction.
public record Call(long distance, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        long next = cpu.pc + length;
        cpu.push(64, next);
        cpu.pc = next + distance;
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
        return "call " + Names.hex(pc + length + distance);
    }
}
