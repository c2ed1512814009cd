package ashlar.model.aarch64;

/// ADDP, FMAXNMP, FADDP, FMAXP, FMINNMP, FMINP: "Advanced SIMD scalar pairwise".
/// @param opcode see [FloatLane]; -1 for the sum of integers
public record ScalarPairwise(int opcode, int bits, int rn, int rd) implements Instruction {
    //  31.30 29 28.24 23 22 21...17 16..12 11.10 9..5 4..0
    //  01    U  11110 a  sz 11000   opcode 10    Rn   Rd       U = 0: half precision
    static final int MASK = 0xDF3E_0C00;
    static final int MATCH = 0x5E30_0800;
    private static final int ADDP = -1;

    static Instruction decode(int w) {
        boolean isHalf = !Fields.bit(w, 29);
        boolean isMin = Fields.bit(w, 23);
        boolean isDouble = Fields.bit(w, 22);
        int opcode = switch (Fields.bits(w, 16, 12)) {
            case 0x1B -> isHalf && isMin && isDouble ? ADDP : -2;
            case 0x0C -> isMin ? FloatLane.FMINNMP : FloatLane.FMAXNMP;
            case 0x0D -> isMin ? -2 : FloatLane.FADDP;
            case 0x0F -> isMin ? FloatLane.FMINP : FloatLane.FMAXP;
            default   -> -2;
        };
        if (opcode == -2 || opcode != ADDP && isHalf && isDouble) return new Undefined(w);
        int bits = opcode == ADDP || isDouble ? 64 : isHalf ? 16 : 32;
        return new ScalarPairwise(opcode, bits, Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long a = Lanes.get(cpu.qLow(rn), cpu.qHigh(rn), bits, 0);
        long b = Lanes.get(cpu.qLow(rn), cpu.qHigh(rn), bits, 1);
        cpu.setQ(rd, opcode == ADDP ? a + b : FloatLane.apply(cpu, opcode, bits, a, b, 0), 0);
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String source = "v" + rn + ".2" + Text.scalar(sizeLog, 0).charAt(0);
        return (opcode == ADDP ? "addp " : FloatLane.name(opcode) + " ") + Text.scalar(sizeLog, rd) + ", "
            + source;
    }
}
