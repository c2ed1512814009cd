package ashlar.model.x86_64;

/// PUSHF, PUSHFQ.
public record PushFlags(int bits, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        cpu.push(bits, cpu.flags() & ~Flags.RF);
    }

    @Override
    public String assembly(long pc) {
        return bits == 64 ? "pushf" : "pushfw";
    }
}
