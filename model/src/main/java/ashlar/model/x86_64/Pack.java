package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.signExtend;
import static ashlar.model.x86_64.Bits.zeroExtend;

/// PACKSSWB, PACKSSDW, PACKUSWB, PACKUSDW: lanes of both operands, narrowed with saturation.
/// @param bits of a wide lane: 16 or 32
public record Pack(int bits, boolean isSigned, int destination, Vector source, int length)
    implements Instruction {
    static Instruction decode(Encoding e, int bits, boolean isSigned) {
        return new Pack(bits, isSigned, e.reg(), e.vector(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long high = narrow(source.low(cpu)) | narrow(source.high(cpu)) << 32;
        long low = narrow(cpu.x[2 * destination]) | narrow(cpu.x[2 * destination + 1]) << 32;
        cpu.x[2 * destination] = low;
        cpu.x[2 * destination + 1] = high;
    }

    /// 64 bits to 32.
    private long narrow(long v) {
        long result = 0;
        for (int i = 0; i < 64; i += bits) {
            long lane = signExtend(v >>> i, bits);
            long n = isSigned ? Lanes.saturate(bits >> 1, lane) : Lanes.saturateUnsigned(bits >> 1, lane);
            result |= zeroExtend(n, bits >> 1) << (i >> 1);
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        return (isSigned ? "packss" : "packus") + (bits == 16 ? "wb xmm" : "dw xmm") + destination + ","
            + source.text(128);
    }
}
