package ashlar.model.aarch64;

/// CRC32B to CRC32CX: "Data-processing (2 source)".
public record Crc32(boolean isCastagnoli, int sizeLog, int rm, int rn, int rd) implements Instruction {
    //  31 30 29 28....21 20..16 15.13 12 11.10 9..5 4..0
    //  sf 0  0  11010110 Rm     010   C  sz    Rn   Rd
    static final int MASK = 0x7FE0_E000;
    static final int MATCH = 0x1AC0_4000;

    static Instruction decode(int w) {
        int sizeLog = Fields.bits(w, 11, 10);
        if (Fields.bit(w, 31) != (sizeLog == 3)) return new Undefined(w);
        return new Crc32(Fields.bit(w, 12), sizeLog, Fields.rm(w), Fields.rn(w), Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        int crc = (int) cpu.x[rn];
        long data = cpu.x[rm];
        for (int i = 0; i < 1 << sizeLog; i++) crc = withByte(crc, (int) (data >>> 8 * i) & 0xFF);
        cpu.setX(false, rd, crc);
    }

    /// The polynomials are written lowest power first.
    private int withByte(int crc, int b) {
        int polynomial = isCastagnoli ? 0x82F6_3B78 : 0xEDB8_8320;
        int rest = crc ^ b;
        for (int i = 0; i < 8; i++) rest = rest >>> 1 ^ (polynomial & -(rest & 1));
        return rest;
    }

    @Override
    public String assembly(long pc) {
        String size = switch (sizeLog) {
            case 0  -> "b ";
            case 1  -> "h ";
            case 2  -> "w ";
            default -> "x ";
        };
        return "crc32" + (isCastagnoli ? "c" : "") + size + Text.r(false, rd) + ", " + Text.r(false, rn)
            + ", " + Text.r(sizeLog == 3, rm);
    }
}
