package ashlar.model.x86_64;

/// JMP to a distance from the next instruction.
public record Jump(long distance, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        cpu.pc += length + distance;
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
        return "jmp " + Names.hex(pc + length + distance);
    }
}
