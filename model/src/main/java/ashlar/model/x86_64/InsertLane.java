package ashlar.model.x86_64;

/// PINSRB, PINSRW, PINSRD, PINSRQ.
/// @param bits of the lane
public record InsertLane(int bits, int destination, Operand source, int lane, int length)
    implements Instruction {
    /// Opcodes 66 0f c4, 66 0f 3a 20, 22.
    static Instruction decode(Encoding e, int bits) {
        int lane = e.next();
        Operand source = e.isRegister() ? Operand.register(e.rm(), Math.max(bits, 32)) : e.rmOperand(bits);
        return new InsertLane(bits, e.reg(), source, lane & 128 / bits - 1, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        int start = lane * bits;
        int half = 2 * destination + (start >> 6);
        long place = Bits.mask(bits) << (start & 63);
        cpu.x[half] = cpu.x[half] & ~place | source.read(cpu) << (start & 63) & place;
    }

    @Override
    public String assembly(long pc) {
        return "pinsr" + Names.lane(bits) + " xmm" + destination + "," + source.text() + ","
            + Names.hex(lane);
    }
}
