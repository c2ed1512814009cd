package ashlar.model.x86_64;

/// FWAIT: raises a pending x87 exception.
public record Wait(int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        cpu.fpu.await();
    }

    @Override
    public String assembly(long pc) {
        return "fwait";
    }
}
