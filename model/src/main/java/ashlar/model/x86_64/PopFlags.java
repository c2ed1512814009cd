package ashlar.model.x86_64;

/// POPF, POPFQ: a program changes only what it may.
public record PopFlags(int bits, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        long top = cpu.r[Cpu.RSP];
        long value = cpu.load(bits, top);
        long changed = Flags.PROGRAM & Bits.mask(bits);
        cpu.setFlags(cpu.flags() & ~(changed | Flags.RF) | value & changed);
        cpu.r[Cpu.RSP] = top + (bits >> 3);
    }

    @Override
    public String assembly(long pc) {
        return bits == 64 ? "popf" : "popfw";
    }
}
