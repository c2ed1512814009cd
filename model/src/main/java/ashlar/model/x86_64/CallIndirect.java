package ashlar.model.x86_64;

/// CALL of the address in a register or in memory.
public record CallIndirect(Operand target, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        long address = target.read(cpu);
        cpu.push(64, cpu.pc + length);
        cpu.pc = address;
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        return "call " + target.text();
    }
}
