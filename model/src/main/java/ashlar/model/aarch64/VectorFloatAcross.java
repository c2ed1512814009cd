package ashlar.model.aarch64;

/// FMAXNMV, FMINNMV, FMAXV, FMINV: "Advanced SIMD across lanes". Halves are combined first, so that the order
/// of operations is a tree.
/// @param opcode see [FloatLane]
public record VectorFloatAcross(boolean isFull, int opcode, int bits, int rn, int rd) implements Instruction {
    //  31 30 29 28.24 23 22 21...17 16..12 11.10 9..5 4..0
    //  0  Q  U  01110 a  sz 11000   opcode 10    Rn   Rd       U: single precision
    static Instruction decode(int w) {
        boolean isFull = Fields.bit(w, 30);
        boolean isSingle = Fields.bit(w, 29);
        boolean isMin = Fields.bit(w, 23);
        boolean isNumber = Fields.bits(w, 16, 12) == 0x0C;
        if (Fields.bit(w, 22) || isSingle && !isFull) return new Undefined(w);
        int opcode = isNumber ? isMin ? FloatLane.FMINNM : FloatLane.FMAXNM
            : isMin ? FloatLane.FMIN : FloatLane.FMAX;
        return new VectorFloatAcross(isFull, opcode, isSingle ? 32 : 16, Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long low = half(cpu, cpu.qLow(rn));
        cpu.setQ(rd, isFull ? pair(cpu, low, half(cpu, cpu.qHigh(rn))) : low, 0);
    }

    private long half(Cpu cpu, long n) {
        if (bits == 32) return pair(cpu, n & 0xFFFF_FFFFL, n >>> 32);
        long low = pair(cpu, Lanes.get(n, 16, 0), Lanes.get(n, 16, 1));
        return pair(cpu, low, pair(cpu, Lanes.get(n, 16, 2), Lanes.get(n, 16, 3)));
    }

    private long pair(Cpu cpu, long a, long b) {
        return FloatLane.apply(cpu, opcode, bits, a, b, 0);
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        return FloatLane.name(opcode) + "v " + Text.scalar(sizeLog, rd) + ", "
            + Text.vector(isFull, sizeLog, rn);
    }
}
