package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.signExtend;
import static ashlar.model.x86_64.Bits.zeroExtend;

/// PHADDW, PHADDD, PHADDSW, PHSUBW, PHSUBD, PHSUBSW: neighbouring lanes with each other.
/// @param bits of a lane
public record PackedHorizontal(int bits, boolean isSubtraction, boolean saturates, int destination,
    Vector source, int length)
    implements Instruction {
    /// Opcodes 66 0f 38 01..03, 05..07.
    static Instruction decode(Encoding e, int opcode) {
        boolean saturates = (opcode & 3) == 3;
        return new PackedHorizontal((opcode & 3) == 2 ? 32 : 16, opcode >= 5, saturates, e.reg(), e.vector(),
            e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long high = join(source.low(cpu)) | join(source.high(cpu)) << 32;
        long low = join(cpu.x[2 * destination]) | join(cpu.x[2 * destination + 1]) << 32;
        cpu.x[2 * destination] = low;
        cpu.x[2 * destination + 1] = high;
    }

    /// 64 bits to 32.
    private long join(long v) {
        if (bits == 32) return pair(v, v >>> 32);
        return pair(v, v >>> 16) | pair(v >>> 32, v >>> 48) << 16;
    }

    private long pair(long first, long second) {
        long a = signExtend(first, bits);
        long b = signExtend(second, bits);
        long result = isSubtraction ? a - b : a + b;
        return zeroExtend(saturates ? Lanes.saturate(bits, result) : result, bits);
    }

    @Override
    public String assembly(long pc) {
        return (isSubtraction ? "phsub" : "phadd") + (saturates ? "sw" : Names.lane(bits)) + " xmm"
            + destination + "," + source.text(128);
    }
}
