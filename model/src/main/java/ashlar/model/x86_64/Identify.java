package ashlar.model.x86_64;

/// CPUID.
public record Identify(int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        long leaf = cpu.r[Cpu.RAX] & 0xffffffffL;
        long subleaf = cpu.r[Cpu.RCX] & 0xffffffffL;
        cpu.setRegister(Cpu.RAX, 32, cpu.surroundings.cpuid(leaf, subleaf, Surroundings.EAX));
        cpu.setRegister(Cpu.RBX, 32, cpu.surroundings.cpuid(leaf, subleaf, Surroundings.EBX));
        cpu.setRegister(Cpu.RCX, 32, cpu.surroundings.cpuid(leaf, subleaf, Surroundings.ECX));
        cpu.setRegister(Cpu.RDX, 32, cpu.surroundings.cpuid(leaf, subleaf, Surroundings.EDX));
    }

    @Override
    public String assembly(long pc) {
        return "cpuid";
    }
}
