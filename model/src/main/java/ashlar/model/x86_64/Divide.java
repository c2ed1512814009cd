package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.signExtend;
import static ashlar.model.x86_64.Bits.zeroExtend;

/// DIV and IDIV: rDX:rAX (AX for bytes) by the operand; quotient to rAX (AL), remainder to rDX (AH). Flags
/// stay.
public record Divide(boolean isSigned, Operand operand, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        int bits = operand.bits();
        long divisor = operand.read(cpu);
        if (divisor == 0) throw new Trap(Trap.DIVIDE_ERROR);
        if (bits == 64) divideLong(cpu, divisor);
        else divideShort(cpu, bits, divisor);
    }

    private void divideShort(Cpu cpu, int bits, long divisor) {
        long low = zeroExtend(cpu.r[Cpu.RAX], bits == 8 ? 16 : bits);
        long high = bits == 8 ? 0 : zeroExtend(cpu.r[Cpu.RDX], bits);
        long dividend = bits == 8 ? low : high << bits | low;
        if (isSigned) signed(cpu, bits, signExtend(dividend, 2 * bits), signExtend(divisor, bits));
        else unsigned(cpu, bits, dividend, divisor);
    }

    private static void signed(Cpu cpu, int bits, long dividend, long divisor) {
        long quotient = dividend / divisor;
        boolean isWide = dividend == Long.MIN_VALUE && divisor == -1
            || quotient != signExtend(quotient, bits);
        if (isWide) throw new Trap(Trap.DIVIDE_ERROR);
        set(cpu, bits, quotient, dividend % divisor);
    }

    private static void unsigned(Cpu cpu, int bits, long dividend, long divisor) {
        long quotient = Long.divideUnsigned(dividend, divisor);
        if (quotient != zeroExtend(quotient, bits)) throw new Trap(Trap.DIVIDE_ERROR);
        set(cpu, bits, quotient, Long.remainderUnsigned(dividend, divisor));
    }

    private static void set(Cpu cpu, int bits, long quotient, long remainder) {
        if (bits == 8) {
            cpu.setRegister(Cpu.RAX, 16, quotient & 0xff | (remainder & 0xff) << 8);
        } else {
            cpu.setRegister(Cpu.RAX, bits, quotient);
            cpu.setRegister(Cpu.RDX, bits, remainder);
        }
    }

    private void divideLong(Cpu cpu, long divisor) {
        long high = cpu.r[Cpu.RDX];
        long low = cpu.r[Cpu.RAX];
        if (!isSigned) divideWide(cpu, high, low, divisor, false, false);
        else if (high < 0) divideWide(cpu, ~high + (low == 0 ? 1 : 0), -low, Math.abs(divisor), true,
            divisor >= 0);
        else divideWide(cpu, high, low, Math.abs(divisor), false, divisor < 0);
    }

    /// Sets quotient and remainder of high:low by divisor, negated as asked for.
    private void divideWide(Cpu cpu, long high, long low, long divisor, boolean negateRemainder,
                            boolean negateQuotient) {
        if (Long.compareUnsigned(high, divisor) >= 0) throw new Trap(Trap.DIVIDE_ERROR);
        long q = high == 0 ? Long.divideUnsigned(low, divisor) : WideDivision.quotient(high, low, divisor);
        long quotient = negateQuotient ? -q : q;
        if (isSigned && q != 0 && quotient < 0 != negateQuotient) throw new Trap(Trap.DIVIDE_ERROR);
        long remainder = low - q * divisor;
        set(cpu, 64, quotient, negateRemainder ? -remainder : remainder);
    }

    @Override
    public String assembly(long pc) {
        return (isSigned ? "idiv " : "div ") + operand.text();
    }
}
