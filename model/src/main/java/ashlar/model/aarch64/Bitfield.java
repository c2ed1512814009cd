package ashlar.model.aarch64;

/// SBFM, BFM, UBFM and their aliases (shifts by immediate, bit field moves, extensions): "Bitfield".
public record Bitfield(boolean is64, int opc, int immr, int imms, int rn, int rd) implements Instruction {
    //  31 30.29 28....23 22 21..16 15..10 9..5 4..0
    //  sf opc   100110   N  immr   imms   Rn   Rd
    static final int MASK = 0b0_00_111111 << 23;
    static final int MATCH = 0b0_00_100110 << 23;
    private static final int SBFM = 0;
    private static final int BFM = 1;

    static Instruction decode(int w) {
        boolean is64 = Fields.bit(w, 31);
        int opc = Fields.bits(w, 30, 29);
        int immr = Fields.bits(w, 21, 16);
        int imms = Fields.bits(w, 15, 10);
        boolean isWrong = opc == 3 || Fields.bit(w, 22) != is64 || !is64 && (immr >= 32 || imms >= 32);
        if (isWrong) return new Undefined(w);
        return new Bitfield(is64, opc, immr, imms, Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        int low = imms >= immr ? 0 : (is64 ? 64 : 32) - immr;
        int width = imms >= immr ? imms - immr + 1 : imms + 1;
        long source = cpu.x(is64, rn) >>> (imms >= immr ? immr : 0);
        long field = opc == SBFM ? source << (64 - width) >> (64 - width) : source & (-1L >>> (64 - width));
        long result = field << low;
        if (opc == BFM) result |= cpu.x[rd] & ~(-1L >>> (64 - width) << low);
        cpu.setX(is64, rd, result);
    }

    private int top() {
        return is64 ? 63 : 31;
    }

    @Override
    public String assembly(long pc) {
        String registers = Text.r(is64, rd) + ", " + Text.r(is64, rn);
        if (opc == BFM) return insertion(registers);
        String sign = opc == SBFM ? "s" : "u";
        if (imms == top()) return (opc == SBFM ? "asr " : "lsr ") + registers + ", #" + immr;
        if (opc != SBFM && imms + 1 == immr) return "lsl " + registers + ", #" + (top() - imms);
        if (imms < immr) return sign + "bfiz " + registers + ", #" + (top() + 1 - immr) + ", #" + (imms + 1);
        if (immr == 0 && (opc == SBFM || !is64)) {
            String narrow = Text.r(is64, rd) + ", " + Text.r(false, rn);
            if (imms == 7) return sign + "xtb " + narrow;
            if (imms == 15) return sign + "xth " + narrow;
            if (imms == 31) return sign + "xtw " + narrow;
        }
        return sign + "bfx " + registers + ", #" + immr + ", #" + (imms - immr + 1);
    }

    private String insertion(String registers) {
        if (imms >= immr) return "bfxil " + registers + ", #" + immr + ", #" + (imms - immr + 1);
        String position = ", #" + (top() + 1 - immr) + ", #" + (imms + 1);
        return rn == 31 ? "bfc " + Text.r(is64, rd) + position : "bfi " + registers + position;
    }
}
