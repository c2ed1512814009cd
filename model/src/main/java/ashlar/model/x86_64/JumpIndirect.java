package ashlar.model.x86_64;

/// JMP to the address in a register or in memory.
public record JumpIndirect(Operand target, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        cpu.pc = target.read(cpu);
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        return "jmp " + target.text();
    }
}
