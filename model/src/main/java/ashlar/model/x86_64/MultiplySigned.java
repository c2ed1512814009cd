package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.signExtend;

/// IMUL with two or three operands.
public record MultiplySigned(Operand destination, Operand first, Operand second, int length)
    implements Instruction {
    /// Opcode 0f af: Gv,Ev
    static Instruction decode(Encoding e) {
        Operand reg = e.regOperand(e.bits());
        return new MultiplySigned(reg, reg, e.rmOperand(e.bits()), e.length());
    }

    /// Opcodes 69, 6b: Gv,Ev,Iz  Gv,Ev,Ib
    static Instruction decodeImmediate(Encoding e, int opcode) {
        e.modRm();
        Operand second = Operand.constant(e.constant(opcode == 0x6b ? 8 : Math.min(e.bits(), 32)), e.bits());
        return new MultiplySigned(e.regOperand(e.bits()), e.rmOperand(e.bits()), second, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        int bits = destination.bits();
        long a = signExtend(first.read(cpu), bits);
        long b = signExtend(second.read(cpu), bits);
        long low = a * b;
        boolean isWide = bits == 64 ? Math.multiplyHigh(a, b) != low >> 63 : low != signExtend(low, bits);
        destination.write(cpu, low);
        cpu.setLogicFlags(bits, low);
        cpu.setCarry(isWide);
        cpu.setOverflow(isWide);
    }

    @Override
    public String assembly(long pc) {
        String start = "imul " + destination.text() + ",";
        return first.equals(destination) && second.kind() != Operand.CONSTANT ? start + second.text()
            : start + first.text() + "," + second.text();
    }
}
