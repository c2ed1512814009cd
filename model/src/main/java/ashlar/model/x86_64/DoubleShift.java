package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.topBit;

/// SHLD, SHRD. Of 16 bits, counts above 16 shift destination:source:destination, as Intel's processors do.
public record DoubleShift(boolean isRight, Operand destination, Operand source, Operand count, int length)
    implements Instruction {
    /// Opcodes 0f a4, a5, ac, ad: Ev,Gv,Ib  Ev,Gv,CL
    static Instruction decode(Encoding e, int opcode) {
        int bits = e.bits();
        Operand count = (opcode & 1) == 0 ? Operand.constant(e.constant(8), 8) : Operand.register(Cpu.RCX, 8);
        return new DoubleShift(opcode >= 0xac, e.rmOperand(bits), e.regOperand(bits), count, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        int bits = destination.bits();
        int n = (int) count.read(cpu) & (bits == 64 ? 63 : 31);
        long a = destination.read(cpu);
        long b = source.read(cpu);
        long result = shifted(bits, a, b, n);
        destination.write(cpu, result);
        if (n == 0) return;
        long last = isRight && bits == 64 ? a >>> n - 1 : shifted(bits, a, b, n - 1);
        Shift.setFlags(cpu, bits, last, result, isRight ? 1 : topBit(bits));
    }

    private long shifted(int bits, long a, long b, int n) {
        if (n == 0) return a;
        return switch (bits) {
            case 64 -> isRight ? a >>> n | b << -n : a << n | b >>> -n;
            case 32 -> isRight ? (b << 32 | a) >>> n : (a << 32 | b) << n >>> 32;
            default -> isRight ? (a << 32 | b << 16 | a) >>> n : (a << 32 | b << 16 | a) << n >>> 32;
        };
    }

    @Override
    public String assembly(long pc) {
        return (isRight ? "shrd " : "shld ") + destination.text() + "," + source.text() + "," + count.text();
    }
}
