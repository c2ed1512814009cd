package ashlar.model.x86_64;

/// RDTSC, RDTSCP.
public record TimeStamp(boolean hasProcessor, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        long now = cpu.surroundings.timeStamp();
        cpu.setRegister(Cpu.RAX, 32, now);
        cpu.setRegister(Cpu.RDX, 32, now >>> 32);
        if (hasProcessor) cpu.setRegister(Cpu.RCX, 32, cpu.surroundings.processor());
    }

    @Override
    public String assembly(long pc) {
        return hasProcessor ? "rdtscp" : "rdtsc";
    }
}
