package ashlar.model.x86_64;

/// RET.
/// @param released bytes of arguments on the stack
public record Return(long released, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        long top = cpu.r[Cpu.RSP];
        cpu.pc = cpu.memory.load64(top);
        cpu.r[Cpu.RSP] = top + 8 + released;
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        return released == 0 ? "ret" : "ret " + Names.hex(released);
    }
}
