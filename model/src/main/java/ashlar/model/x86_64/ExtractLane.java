package ashlar.model.x86_64;

/// PEXTRB, PEXTRW, PEXTRD, PEXTRQ, EXTRACTPS.
/// @param bits of the lane
public record ExtractLane(int bits, Operand destination, int source, int lane, int length)
    implements Instruction {
    /// Opcodes 66 0f 3a 14..17: to a general register or memory.
    static Instruction decode(Encoding e, int opcode) {
        int lane = e.next();
        int bits = opcode == 0x14 ? 8 : opcode == 0x15 ? 16 : opcode == 0x16 && e.rexW() ? 64 : 32;
        Operand destination = e.rmOperand(e.isRegister() && bits != 64 ? 32 : bits);
        return new ExtractLane(bits, destination, e.reg(), lane & 128 / bits - 1, e.length());
    }

    /// Opcode 66 0f c5: PEXTRW to a general register.
    static Instruction decodeWord(Encoding e) {
        int lane = e.next();
        return e.isRegister() && e.mandatory() == 0x66
            ? new ExtractLane(16, Operand.register(e.reg(), 32), e.rm(), lane & 7, e.length())
                : e.undefined();
    }

    @Override
    public void execute(Cpu cpu) {
        int start = lane * bits;
        destination.write(cpu, Bits.zeroExtend(cpu.x[2 * source + (start >> 6)] >>> (start & 63), bits));
    }

    @Override
    public String assembly(long pc) {
        return "pextr" + Names.lane(bits) + " " + destination.text() + ",xmm" + source + ","
            + Names.hex(lane);
    }
}
