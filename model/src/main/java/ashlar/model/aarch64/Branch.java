package ashlar.model.aarch64;

/// B, BL: "Unconditional branch (immediate)".
public record Branch(boolean links, long offset) implements Instruction {
    //  31 30...26 25...0
    //  op 00101   imm26
    static final int MASK = 0x7C00_0000;
    static final int MATCH = 0x1400_0000;

    static Instruction decode(int w) {
        return new Branch(Fields.bit(w, 31), (long) Fields.signed(w, 25, 0) << 2);
    }

    @Override
    public void execute(Cpu cpu) {
        if (links) cpu.x[30] = cpu.pc + 4;
        cpu.pc += offset;
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public long jump() {
        return offset;
    }

    @Override
    public String assembly(long pc) {
        return (links ? "bl " : "b ") + Text.address(pc + offset);
    }
}
