package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.signExtend;
import static ashlar.model.x86_64.Bits.topBit;
import static ashlar.model.x86_64.Bits.zeroExtend;

/// ROL, ROR, RCL, RCR, SHL, SHR, SHL, SAR by bits 5..3 of ModRM. A count of zero leaves the flags alone.
public record Shift(int operation, Operand operand, Operand count, int length) implements Instruction {
    static final int ROL = 0;
    static final int ROR = 1;
    static final int RCL = 2;
    static final int RCR = 3;
    static final int SHL = 4;
    static final int SHR = 5;
    static final int SAL = 6;

    /// Opcodes c0, c1 (by a constant), d0, d1 (by 1), d2, d3 (by CL).
    static Instruction decode(Encoding e, int opcode) {
        e.modRm();
        Operand count = Operand.register(Cpu.RCX, 8);
        if (opcode < 0xd0) count = Operand.constant(e.constant(8), 8);
        else if (opcode < 0xd2) count = Operand.constant(1, 8);
        return new Shift(e.extension(), e.rmOperand(e.bits(opcode)), count, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        int bits = operand.bits();
        int n = (int) count.read(cpu) & (bits == 64 ? 63 : 31);
        long a = operand.read(cpu);
        switch (operation) {
            case ROL      -> rotateLeft(cpu, bits, a, n);
            case ROR      -> rotateRight(cpu, bits, a, n);
            case RCL      -> rotateCarryLeft(cpu, bits, a, bits < 32 ? n % (bits + 1) : n);
            case RCR      -> rotateCarryRight(cpu, bits, a, bits < 32 ? n % (bits + 1) : n);
            case SHL, SAL -> shiftLeft(cpu, bits, a, n);
            case SHR      -> shiftRight(cpu, bits, a, n);
            default       -> shiftRight(cpu, bits, signExtend(a, bits), n);
        }
    }

    private void shiftLeft(Cpu cpu, int bits, long a, int n) {
        operand.write(cpu, a << n);
        if (n != 0) setFlags(cpu, bits, a << n - 1, a << n, topBit(bits));
    }

    private void shiftRight(Cpu cpu, int bits, long a, int n) {
        operand.write(cpu, a >> n & rightMask(n));
        if (n != 0) setFlags(cpu, bits, a >> n - 1 & rightMask(n - 1), a >> n & rightMask(n), 1);
    }

    private long rightMask(int n) {
        return operation == SHR ? -1L >>> n : -1;
    }

    /// Flags of a shift, by the result of shifting once less.
    /// @param out the bit that the last step shifts out
    static void setFlags(Cpu cpu, int bits, long last, long result, long out) {
        cpu.setLogicFlags(bits, result);
        cpu.setCarry((last & out) != 0);
        cpu.setOverflow(((last ^ result) & topBit(bits)) != 0);
    }

    private void rotateLeft(Cpu cpu, int bits, long a, int n) {
        long result = rotated(bits, a, n & bits - 1);
        operand.write(cpu, result);
        if (n == 0) return;
        cpu.setCarry((result & 1) != 0);
        cpu.setOverflow((result & 1) != 0 != ((result & topBit(bits)) != 0));
    }

    private void rotateRight(Cpu cpu, int bits, long a, int n) {
        long result = rotated(bits, a, -n & bits - 1);
        operand.write(cpu, result);
        if (n == 0) return;
        cpu.setCarry((result & topBit(bits)) != 0);
        cpu.setOverflow(((result ^ result << 1) & topBit(bits)) != 0);
    }

    private static long rotated(int bits, long a, int n) {
        return n == 0 ? a : zeroExtend(a << n | a >>> bits - n, bits);
    }

    private void rotateCarryLeft(Cpu cpu, int bits, long a, int n) {
        long carry = cpu.carry() ? 1 : 0;
        long result = n == 0 ? a : a << n | carry << n - 1 | (n > 1 ? a >>> bits + 1 - n : 0);
        operand.write(cpu, result);
        if (n != 0) setCarryAndOverflow(cpu, bits, a, result, a >>> bits - n);
    }

    private void rotateCarryRight(Cpu cpu, int bits, long a, int n) {
        long carry = cpu.carry() ? 1 : 0;
        long result = n == 0 ? a : a >>> n | carry << bits - n | (n > 1 ? a << bits + 1 - n : 0);
        operand.write(cpu, result);
        if (n != 0) setCarryAndOverflow(cpu, bits, a, result, a >>> n - 1);
    }

    private static void setCarryAndOverflow(Cpu cpu, int bits, long a, long result, long carry) {
        cpu.setCarry((carry & 1) != 0);
        cpu.setOverflow(((a ^ result) & topBit(bits)) != 0);
    }

    @Override
    public String assembly(long pc) {
        String name = switch (operation) {
            case ROL -> "rol";
            case ROR -> "ror";
            case RCL -> "rcl";
            case RCR -> "rcr";
            case SHL -> "shl";
            case SHR -> "shr";
            case SAL -> "shl";
            default  -> "sar";
        };
        return name + " " + operand.text() + "," + count.text();
    }
}
