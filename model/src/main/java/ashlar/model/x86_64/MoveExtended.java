package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.signExtend;

/// MOVZX, MOVSX, MOVSXD: a narrow source, extended.
public record MoveExtended(boolean isSigned, Operand destination, Operand source, int length)
    implements Instruction {
    /// Opcodes 0f b6, b7, be, bf: Gv,Eb  Gv,Ew
    static Instruction decode(Encoding e, int opcode) {
        Operand source = e.rmOperand((opcode & 1) == 0 ? 8 : 16);
        return new MoveExtended(opcode >= 0xbe, e.regOperand(e.bits()), source, e.length());
    }

    /// Opcode 63: Gv,Ed
    static Instruction decodeDoubleword(Encoding e) {
        e.modRm();
        Operand source = e.rmOperand(Math.min(e.bits(), 32));
        return new MoveExtended(true, e.regOperand(e.bits()), source, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long a = source.read(cpu);
        destination.write(cpu, isSigned ? signExtend(a, source.bits()) : a);
    }

    @Override
    public String assembly(long pc) {
        String name = isSigned ? source.bits() == 32 ? "movsxd " : "movsx " : "movzx ";
        return name + destination.text() + "," + source.text();
    }
}
