package ashlar.model.x86_64;

import ashlar.model.mmu.VirtualMemory;

/// The bytes of one instruction while they are read: prefixes, opcode, ModRM with SIB and displacement, then
/// immediates. Operands are asked for last, since an address may be relative to the instruction's end.
final class Encoding {
    static final int LONGEST = 15;

    private final VirtualMemory memory;
    private final long start;
    private int length;

    private int rex;
    private boolean has66;
    private boolean has67;
    private boolean hasLock;
    private int repeat;
    private int segment;

    private int mod;
    private int reg;
    private int rm;
    private int base = Cpu.NONE;
    private int index = Cpu.NONE;
    private int scale;
    private long displacement;

    Encoding(VirtualMemory memory, long start) {
        this.memory = memory;
        this.start = start;
    }

    int length() {
        return length;
    }

    boolean isTooLong() {
        return length > LONGEST;
    }

    /// The next byte; zeros after the longest instruction.
    int next() {
        length++;
        return isTooLong() ? 0 : memory.fetch8(start + length - 1) & 0xff;
    }

    /// Reads prefixes.
    /// @return the first byte that is none
    int prefixes() {
        int b = next();
        while (isPrefix(b)) {
            if ((b & 0xf0) == 0x40) rex = b;
            else legacyPrefix(b);
            b = next();
        }
        return b;
    }

    private static boolean isPrefix(int b) {
        return switch (b) {
            case 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3 -> true;
            default                                                               -> (b & 0xf0) == 0x40;
        };
    }

    /// A REX prefix counts only right before the opcode.
    private void legacyPrefix(int b) {
        rex = 0;
        switch (b) {
            case 0x64       -> segment = Address.FS;
            case 0x65       -> segment = Address.GS;
            case 0x66       -> has66 = true;
            case 0x67       -> has67 = true;
            case 0xf0       -> hasLock = true;
            case 0xf2, 0xf3 -> repeat = b;
            default         -> { }
        }
    }

    boolean has66() {
        return has66;
    }

    boolean has67() {
        return has67;
    }

    boolean hasLock() {
        return hasLock;
    }

    /// 0xf2 (repne), 0xf3 (rep), or 0.
    int repeat() {
        return repeat;
    }

    int segment() {
        return segment;
    }

    boolean rexW() {
        return (rex & 8) != 0;
    }

    /// The extension of a register number in the opcode's or ModRM's low bits.
    int rexB() {
        return (rex & 1) << 3;
    }

    /// Which of the four SSE instructions of one opcode this is: 0 (no prefix), 0x66, 0xf3 or 0xf2.
    int mandatory() {
        return repeat != 0 ? repeat : has66 ? 0x66 : 0;
    }

    /// Operand size: 16, 32 or 64.
    int bits() {
        return rexW() ? 64 : has66 ? 16 : 32;
    }

    /// Operand size where 32 bits cannot be had.
    int stackBits() {
        return has66 && !rexW() ? 16 : 64;
    }

    /// Operand size by the lowest bit of the opcode: 0 for bytes.
    int bits(int opcode) {
        return (opcode & 1) == 0 ? 8 : bits();
    }

    /// Reads ModRM, SIB and displacement.
    void modRm() {
        int b = next();
        mod = b >> 6;
        reg = b >> 3 & 7;
        rm = b & 7;
        if (mod == 3) return;
        if (rm == 4) sib();
        else if (rm == 5 && mod == 0) base = Address.RIP;
        else base = rm | rexB();
        if (mod == 1) displacement = constant(8);
        else if (mod == 2 || base == Address.RIP || base == Cpu.NONE) displacement = constant(32);
    }

    private void sib() {
        int b = next();
        scale = b >> 6;
        index = b >> 3 & 7 | (rex & 2) << 2;
        if (index == 4) index = Cpu.NONE;
        base = (b & 7) == 5 && mod == 0 ? Cpu.NONE : b & 7 | rexB();
    }

    /// Bits 5..3 of ModRM, where they extend the opcode.
    int extension() {
        return reg;
    }

    boolean isRegister() {
        return mod == 3;
    }

    /// Number of the register that bits 5..3 of ModRM name.
    int reg() {
        return reg | (rex & 4) << 1;
    }

    /// Number of the register that bits 2..0 of ModRM name.
    int rm() {
        return rm | rexB();
    }

    /// Reads a sign-extended immediate.
    long constant(int bits) {
        long v = 0;
        for (int i = 0; i < bits; i += 8) v |= (long) next() << i;
        return Bits.signExtend(v, bits);
    }

    /// Reads an immediate of an operand: at most 32 bits, sign-extended.
    Operand immediate(int bits) {
        return Operand.constant(constant(Math.min(bits, 32)), bits);
    }

    /// Bits 2..0 of ModRM.
    int modRmLow() {
        return rm;
    }

    Operand register(int number, int bits) {
        boolean isHigh = bits == 8 && rex == 0 && number >= 4 && number < 8;
        return isHigh ? Operand.highByte(number - 4) : Operand.register(number, bits);
    }

    Operand regOperand(int bits) {
        return register(reg(), bits);
    }

    Operand rmOperand(int bits) {
        return isRegister() ? register(rm(), bits) : Operand.memory(address(), bits);
    }

    Address address() {
        if (isRegister()) return Address.none();
        return new Address(segment, base, index, scale, displacement, has67, length);
    }

    Vector vector() {
        return isRegister() ? Vector.register(rm()) : Vector.memory(address());
    }

    Instruction undefined() {
        return new Undefined(length);
    }
}
