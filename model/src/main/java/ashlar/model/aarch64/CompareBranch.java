package ashlar.model.aarch64;

/// CBZ, CBNZ: "Compare and branch (immediate)".
public record CompareBranch(boolean is64, boolean ifNotZero, long offset, int rt) implements Instruction {
    //  31 30...25 24 23...5 4..0
    //  sf 011010  op imm19  Rt
    static final int MASK = 0x7E00_0000;
    static final int MATCH = 0x3400_0000;

    static Instruction decode(int w) {
        return new CompareBranch(Fields.bit(w, 31), Fields.bit(w, 24), (long) Fields.signed(w, 23, 5) << 2,
            Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.pc += cpu.x(is64, rt) == 0 != ifNotZero ? offset : 4;
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
        return (ifNotZero ? "cbnz " : "cbz ") + Text.r(is64, rt) + ", " + Text.address(pc + offset);
    }
}
