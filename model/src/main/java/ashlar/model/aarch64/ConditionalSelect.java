package ashlar.model.aarch64;

/// CSEL, CSINC, CSINV, CSNEG: "Conditional select".
public record ConditionalSelect(boolean is64, boolean inverts, boolean increments, int rm, int cond, int rn,
                                int rd) implements Instruction {
    //  31 30 29 28....21 20..16 15..12 11 10 9..5 4..0
    //  sf op 0  11010100 Rm     cond   0  o2 Rn   Rd
    static final int MASK = 0x3FE0_0800;
    static final int MATCH = 0x1A80_0000;

    static Instruction decode(int w) {
        return new ConditionalSelect(Fields.bit(w, 31), Fields.bit(w, 30), Fields.bit(w, 10), Fields.rm(w),
            Fields.bits(w, 15, 12), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        cpu.setX(is64, rd, Condition.holds(cpu, cond) ? cpu.x[rn] : otherwise(cpu.x[rm]));
    }

    private long otherwise(long value) {
        return (inverts ? ~value : value) + (increments ? 1 : 0);
    }

    @Override
    public String assembly(long pc) {
        String target = Text.r(is64, rd);
        String inverse = ", " + Condition.name(cond ^ 1);
        boolean hasAlias = rn == rm && cond < 14 && (inverts || increments);
        if (hasAlias && rn == 31 && inverts != increments)
            return (inverts ? "csetm " : "cset ") + target + inverse;
        boolean isAlias = hasAlias && (rn != 31 || inverts && increments);
        if (isAlias) {
            String name = inverts ? increments ? "cneg " : "cinv " : "cinc ";
            return name + target + ", " + Text.r(is64, rn) + inverse;
        }
        String name = inverts ? increments ? "csneg " : "csinv " : increments ? "csinc " : "csel ";
        return name + target + ", " + Text.r(is64, rn) + ", " + Text.r(is64, rm) + ", "
            + Condition.name(cond);
    }
}
