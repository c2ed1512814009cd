package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.signExtend;
import static ashlar.model.x86_64.Bits.zeroExtend;

/// MUL and IMUL with one operand: rDX:rAX (AX for bytes) becomes rAX times the operand.
public record Multiply(boolean isSigned, Operand operand, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        int bits = operand.bits();
        long a = extend(cpu.r[Cpu.RAX], bits);
        long b = extend(operand.read(cpu), bits);
        long low = a * b;
        long high = bits < 64 ? low >> bits : isSigned ? Math.multiplyHigh(a, b)
            : Math.unsignedMultiplyHigh(a, b);
        if (bits == 8) cpu.setRegister(Cpu.RAX, 16, low);
        else set(cpu, bits, low, high);
        boolean isWide = isSigned ? high != signExtend(low, bits) >> 63 : zeroExtend(high, bits) != 0;
        cpu.setLogicFlags(bits, low);
        cpu.setCarry(isWide);
        cpu.setOverflow(isWide);
    }

    private long extend(long v, int bits) {
        return isSigned ? signExtend(v, bits) : zeroExtend(v, bits);
    }

    private static void set(Cpu cpu, int bits, long low, long high) {
        cpu.setRegister(Cpu.RAX, bits, low);
        cpu.setRegister(Cpu.RDX, bits, high);
    }

    @Override
    public String assembly(long pc) {
        return (isSigned ? "imul " : "mul ") + operand.text();
    }
}
