package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.signExtend;
import static ashlar.model.x86_64.Bits.zeroExtend;

/// PMOVSXBW .. PMOVZXDQ.
/// @param from bits of a narrow lane
/// @param to   bits of a wide one
public record Widen(boolean isSigned, int from, int to, int destination, Vector source, int length)
    implements Instruction {
    /// Opcodes 66 0f 38 20..25, 30..35.
    static Instruction decode(Encoding e, int opcode) {
        int n = opcode & 7;
        int from = n < 3 ? 8 : n < 5 ? 16 : 32;
        int to = from << (n < 3 ? n + 1 : n < 5 ? n - 2 : 1);
        return new Widen(opcode < 0x30, from, to, e.reg(), e.vector(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        int bits = 128 / to * from;
        long v = source.isMemory() ? cpu.load(bits, source.address().in(cpu)) : source.low(cpu);
        cpu.x[2 * destination] = widen(v);
        cpu.x[2 * destination + 1] = widen(v >>> bits / 2);
    }

    private long widen(long v) {
        long result = 0;
        for (int i = 0; i < 64; i += to) {
            long lane = v >>> i / to * from;
            result |= (isSigned ? zeroExtend(signExtend(lane, from), to) : zeroExtend(lane, from)) << i;
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        return (isSigned ? "pmovsx" : "pmovzx") + Names.lane(from) + Names.lane(to) + " xmm" + destination
            + "," + source.text(128 / to * from);
    }
}
