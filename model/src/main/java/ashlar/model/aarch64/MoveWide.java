package ashlar.model.aarch64;

/// MOVN, MOVZ, MOVK: "Move wide (immediate)".
public record MoveWide(boolean is64, int opc, int shift, long imm16, int rd) implements Instruction {
    //  31 30.29 28....23 22.21 20...5 4..0
    //  sf opc   100101   hw    imm16  Rd
    static final int MASK = 0b0_00_111111 << 23;
    static final int MATCH = 0b0_00_100101 << 23;
    private static final int MOVN = 0;
    private static final int MOVZ = 2;

    static Instruction decode(int w) {
        boolean is64 = Fields.bit(w, 31);
        int opc = Fields.bits(w, 30, 29);
        int shift = 16 * Fields.bits(w, 22, 21);
        if (opc == 1 || !is64 && shift >= 32) return new Undefined(w);
        return new MoveWide(is64, opc, shift, Fields.bits(w, 20, 5), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long field = imm16 << shift;
        long result = switch (opc) {
            case MOVN -> ~field;
            case MOVZ -> field;
            default   -> cpu.x[rd] & ~(0xFFFFL << shift) | field;
        };
        cpu.setX(is64, rd, result);
    }

    /// Whether MOVZ or MOVN can give value.
    static boolean canHold(boolean is64, long value) {
        long inverse = is64 ? ~value : ~value & 0xFFFF_FFFFL;
        return isOneField(value) || isOneField(inverse);
    }

    private static boolean isOneField(long v) {
        return (v & ~0xFFFFL) == 0 || (v & ~0xFFFF_0000L) == 0 || (v & ~0xFFFF_0000_0000L) == 0
            || (v & 0xFFFF_FFFF_FFFFL) == 0;
    }

    private boolean isMove() {
        if (imm16 == 0 && shift != 0) return false;
        return opc == MOVZ || opc == MOVN && (is64 || imm16 != 0xFFFF);
    }

    @Override
    public String assembly(long pc) {
        long value = opc == MOVN ? ~(imm16 << shift) : imm16 << shift;
        if (isMove()) return "mov " + Text.r(is64, rd) + ", " + Text.hex(is64 ? value : value & 0xFFFF_FFFFL);
        String name = switch (opc) {
            case MOVN -> "movn ";
            case MOVZ -> "movz ";
            default   -> "movk ";
        };
        return name + Text.r(is64, rd) + ", " + Text.hex(imm16) + (shift == 0 ? "" : ", lsl #" + shift);
    }
}
