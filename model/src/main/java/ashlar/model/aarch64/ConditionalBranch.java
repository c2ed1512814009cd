package ashlar.model.aarch64;

/// B.cond: "Conditional branch (immediate)".
public record ConditionalBranch(int cond, long offset) implements Instruction {
    //  31....25 24 23...5 4 3..0
    //  0101010  0  imm19  0 cond
    static final int MASK = 0xFF00_0010;
    static final int MATCH = 0x5400_0000;

    static Instruction decode(int w) {
        return new ConditionalBranch(Fields.bits(w, 3, 0), (long) Fields.signed(w, 23, 5) << 2);
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.pc += Condition.holds(cpu, cond) ? offset : 4;
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
        return "b." + Condition.name(cond) + " " + Text.address(pc + offset);
    }
}
