package ashlar.model.aarch64;

/// ADR, ADRP: "PC-rel. addressing".
public record PcRelative(boolean isPage, long offset, int rd) implements Instruction {
    //  31 30...29 28...24 23....5 4..0
    //  op immlo   10000   immhi   Rd
    static final int MASK = 0x1F00_0000;
    static final int MATCH = 0x1000_0000;

    static Instruction decode(int w) {
        boolean isPage = Fields.bit(w, 31);
        long imm = (long) Fields.signed(w, 23, 5) << 2 | Fields.bits(w, 30, 29);
        return new PcRelative(isPage, isPage ? imm << 12 : imm, Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.setX(rd, target(cpu.pc));
    }

    private long target(long pc) {
        return (isPage ? pc & ~0xFFFL : pc) + offset;
    }

    @Override
    public String assembly(long pc) {
        return (isPage ? "adrp " : "adr ") + Text.r(true, rd) + ", " + Text.address(target(pc));
    }
}
