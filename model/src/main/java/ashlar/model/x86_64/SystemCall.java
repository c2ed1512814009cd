package ashlar.model.x86_64;

/// SYSCALL.
public record SystemCall(int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        throw new Trap(Trap.SYSTEM_CALL, 0, length);
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        return "syscall";
    }
}
