package ashlar.model.x86_64;

/// ENTER: a stack frame with pointers to the frames around it.
public record Enter(int bits, long size, int level, int length) implements Instruction {
    /// Opcode c8: Iw,Ib
    static Instruction decode(Encoding e) {
        long size = e.constant(16) & 0xffff;
        return new Enter(e.stackBits(), size, (int) e.constant(8) & 31, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long step = bits >> 3;
        long frame = cpu.r[Cpu.RSP] - step;
        long outer = cpu.r[Cpu.RBP];
        cpu.store(bits, frame, outer);
        for (int i = 1; i < level; i++) cpu.store(bits, frame - i * step, cpu.load(bits, outer - i * step));
        if (level > 0) cpu.store(bits, frame - level * step, frame);
        cpu.setRegister(Cpu.RBP, bits, frame);
        cpu.r[Cpu.RSP] = frame - level * step - size;
    }

    @Override
    public String assembly(long pc) {
        return "enter " + Names.hex(size) + "," + Names.hex(level);
    }
}
