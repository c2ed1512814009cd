package ashlar.model.x86_64;

/// BLENDPS, BLENDPD, PBLENDW by a constant; BLENDVPS, BLENDVPD, PBLENDVB by the top bits of XMM0's lanes.
/// @param bits       of a lane
/// @param isVariable whether XMM0 decides
public record Blend(int bits, boolean isVariable, int destination, Vector source, int selection, int length)
    implements Instruction {
    /// Opcodes 66 0f 3a 0c..0e.
    static Instruction decode(Encoding e, int opcode) {
        int selection = e.next();
        int bits = opcode == 0x0c ? 32 : opcode == 0x0d ? 64 : 16;
        return new Blend(bits, false, e.reg(), e.vector(), selection, e.length());
    }

    /// Opcodes 66 0f 38 10, 14, 15.
    static Instruction decodeVariable(Encoding e, int opcode) {
        int bits = opcode == 0x10 ? 8 : opcode == 0x14 ? 32 : 64;
        return new Blend(bits, true, e.reg(), e.vector(), 0, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long low = source.low(cpu);
        long high = source.high(cpu);
        int lanes = 64 / bits;
        long lowMask = isVariable ? byTops(cpu.x[0]) : byBits(selection);
        long highMask = isVariable ? byTops(cpu.x[1]) : byBits(selection >> lanes);
        cpu.x[2 * destination] = low & lowMask | cpu.x[2 * destination] & ~lowMask;
        cpu.x[2 * destination + 1] = high & highMask | cpu.x[2 * destination + 1] & ~highMask;
    }

    private long byTops(long v) {
        return (v >>> bits - 1 & Lanes.ones(bits)) * Bits.mask(bits);
    }

    private long byBits(int selected) {
        long result = 0;
        for (int i = 0; i < 64; i += bits) result |= (selected >> i / bits & 1) == 0 ? 0
            : Bits.mask(bits) << i;
        return result;
    }

    @Override
    public String assembly(long pc) {
        String name = switch (bits) {
            case 8  -> "pblendvb";
            case 16 -> "pblendw";
            case 32 -> isVariable ? "blendvps" : "blendps";
            default -> isVariable ? "blendvpd" : "blendpd";
        };
        return name + " xmm" + destination + "," + source.text(128) + ","
            + (isVariable ? "xmm0" : Names.hex(selection));
    }
}
