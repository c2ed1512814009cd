package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.mask;

/// An operand of an integer instruction: a general register or a part of one, memory, or a constant.
/// @param kind   [#REGISTER], [#MEMORY] or [#CONSTANT]
/// @param bits   8, 16, 32 or 64
/// @param number of the register
/// @param shift  where the part begins: 8 for AH, CH, DH and BH
public record Operand(int kind, int bits, int number, int shift, Address address, long constant) {
    static final int REGISTER = 0;
    static final int MEMORY = 1;
    static final int CONSTANT = 2;

    static Operand register(int number, int bits) {
        return new Operand(REGISTER, bits, number, 0, Address.none(), 0);
    }

    static Operand highByte(int number) {
        return new Operand(REGISTER, 8, number, 8, Address.none(), 0);
    }

    static Operand memory(Address address, int bits) {
        return new Operand(MEMORY, bits, Cpu.NONE, 0, address, 0);
    }

    static Operand constant(long value, int bits) {
        return new Operand(CONSTANT, bits, Cpu.NONE, 0, Address.none(), value);
    }

    boolean isMemory() {
        return kind == MEMORY;
    }

    /// The value, zero-extended; a constant as it was decoded.
    long read(Cpu cpu) {
        if (kind == REGISTER) return cpu.r[number] >>> shift & mask(bits);
        return kind == MEMORY ? cpu.load(bits, address.in(cpu)) : constant;
    }

    /// Sets register or memory. 32 bits clear the upper half of a register, fewer keep the rest.
    void write(Cpu cpu, long value) {
        if (kind == MEMORY) cpu.store(bits, address.in(cpu), value);
        else if (shift == 0) cpu.setRegister(number, bits, value);
        else cpu.r[number] = cpu.r[number] & ~0xff00L | (value & 0xff) << 8;
    }

    String text() {
        return switch (kind) {
            case REGISTER -> Names.register(number, shift, bits);
            case MEMORY   -> Names.pointer(bits) + address.text();
            default       -> "0x" + Long.toHexString(constant & mask(bits));
        };
    }
}
