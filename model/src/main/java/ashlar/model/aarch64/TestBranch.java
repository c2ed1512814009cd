package ashlar.model.aarch64;

/// TBZ, TBNZ: "Test and branch (immediate)".
public record TestBranch(int bit, boolean ifSet, long offset, int rt) implements Instruction {
    //  31 30...25 24 23..19 18..5 4..0
    //  b5 011011  op b40    imm14 Rt
    static final int MASK = 0x7E00_0000;
    static final int MATCH = 0x3600_0000;

    static Instruction decode(int w) {
        return new TestBranch(Fields.bits(w, 31, 31) << 5 | Fields.bits(w, 23, 19), Fields.bit(w, 24),
            (long) Fields.signed(w, 18, 5) << 2, Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.pc += (cpu.x[rt] >>> bit & 1) == 0 != ifSet ? offset : 4;
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
        return (ifSet ? "tbnz " : "tbz ") + Text.r(bit >= 32, rt) + ", #" + bit + ", "
            + Text.address(pc + offset);
    }
}
