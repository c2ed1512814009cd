package ashlar.model.x86_64;

/// The address of an operand in memory: segment base + base + (index << scale) + displacement.
/// @param segment     0, or [#FS] or [#GS]
/// @param base        number of a general register, [Cpu#NONE], or [#RIP]: then relative to the next
///     instruction
/// @param index       number of a general register, or [Cpu#NONE]
/// @param isShort     whether the sum, but for the segment base, is cut to 32 bits
/// @param length      of the instruction
public record Address(int segment, int base, int index, int scale, long displacement, boolean isShort,
    int length) {
    static final int FS = 1;
    static final int GS = 2;
    static final int RIP = 17;

    static Address none() {
        return new Address(0, Cpu.NONE, Cpu.NONE, 0, 0, false, 0);
    }

    /// The sum without the segment base.
    long offset(Cpu cpu) {
        long start = base == RIP ? cpu.pc + length : cpu.r[base];
        long sum = start + (cpu.r[index] << scale) + displacement;
        return isShort ? sum & 0xffffffffL : sum;
    }

    long in(Cpu cpu) {
        return segment == 0 ? offset(cpu) : offset(cpu) + (segment == FS ? cpu.fsBase : cpu.gsBase);
    }

    /// The address of 16 bytes.
    /// @throws Trap a general protection exception unless it is a multiple of 16
    long aligned(Cpu cpu) {
        long address = in(cpu);
        if ((address & 15) != 0) throw new Trap(Trap.GENERAL_PROTECTION);
        return address;
    }

    String text() {
        String sum = "";
        if (base == RIP) sum = isShort ? "eip" : "rip";
        else if (base != Cpu.NONE) sum = name(base);
        if (index != Cpu.NONE) sum = plus(sum) + name(index) + "*" + (1 << scale);
        else if (base == Cpu.NONE && isShort) sum = "eiz*1";
        return prefix(sum) + (sum.isEmpty() ? tail(sum) : "[" + sum + tail(sum) + "]");
    }

    private String prefix(String sum) {
        return switch (segment) {
            case FS -> "fs:";
            case GS -> "gs:";
            default -> sum.isEmpty() ? "ds:" : "";
        };
    }

    private String tail(String sum) {
        if (sum.isEmpty()) return "0x" + Long.toHexString(displacement);
        if (displacement == 0 && base != RIP) return "";
        return displacement < 0 ? "-0x" + Long.toHexString(-displacement)
            : "+0x" + Long.toHexString(displacement);
    }

    private static String plus(String sum) {
        return sum.isEmpty() ? "" : sum + "+";
    }

    private String name(int register) {
        return Names.register(register, 0, isShort ? 32 : 64);
    }
}
