package ashlar.model.x86_64;

/// LEAVE.
public record Leave(int bits, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        long frame = cpu.r[Cpu.RBP];
        long outer = cpu.load(bits, frame);
        cpu.r[Cpu.RSP] = frame + (bits >> 3);
        cpu.setRegister(Cpu.RBP, bits, outer);
    }

    @Override
    public String assembly(long pc) {
        return "leave";
    }
}
