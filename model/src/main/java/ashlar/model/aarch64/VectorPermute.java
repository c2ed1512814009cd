package ashlar.model.aarch64;

/// UZP1, TRN1, ZIP1, UZP2, TRN2, ZIP2: "Advanced SIMD permute".
public record VectorPermute(boolean isFull, int opcode, int bits, int rm, int rn, int rd)
    implements Instruction {
    //  31 30 29..24 23.22 21 20..16 15 14..12 11.10 9..5 4..0
    //  0  Q  001110 size  0  Rm     0  opcode 10    Rn   Rd
    static final int MASK = 0xBF20_8C00;
    static final int MATCH = 0x0E00_0800;
    private static final int UZP = 1;
    private static final int TRN = 2;

    static Instruction decode(int w) {
        boolean isFull = Fields.bit(w, 30);
        int size = Fields.bits(w, 23, 22);
        int opcode = Fields.bits(w, 14, 12);
        if ((opcode & 3) == 0 || size == 3 && !isFull) return new Undefined(w);
        return new VectorPermute(isFull, opcode, Lanes.bits(size), Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        long low = half(cpu, 0);
        cpu.setQ(rd, low, isFull ? half(cpu, 64 / bits) : 0);
    }

    private long half(Cpu cpu, int first) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++) result |= Lanes.at(element(cpu, first + i), bits, i);
        return result;
    }

    /// Element i of the result.
    private long element(Cpu cpu, int i) {
        int elements = (isFull ? 128 : 64) / bits;
        int part = opcode >>> 2;
        return switch (opcode & 3) {
            case UZP -> i < elements / 2 ? source(cpu, rn, 2 * i + part)
                : source(cpu, rm, 2 * i + part - elements);
            case TRN -> source(cpu, (i & 1) == 0 ? rn : rm, (i & ~1) + part);
            default  -> source(cpu, (i & 1) == 0 ? rn : rm, i / 2 + part * elements / 2);
        };
    }

    private long source(Cpu cpu, int r, int i) {
        return Lanes.get(cpu.qLow(r), cpu.qHigh(r), bits, i);
    }

    @Override
    public String assembly(long pc) {
        String name = switch (opcode & 3) {
            case UZP -> "uzp";
            case TRN -> "trn";
            default  -> "zip";
        };
        int sizeLog = Lanes.sizeLog(bits);
        return name + ((opcode >>> 2) + 1) + " " + Text.vector(isFull, sizeLog, rd) + ", "
            + Text.vector(isFull, sizeLog, rn) + ", " + Text.vector(isFull, sizeLog, rm);
    }
}
