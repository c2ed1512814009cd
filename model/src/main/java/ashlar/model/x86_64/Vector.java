package ashlar.model.x86_64;

/// An operand of an SSE instruction: an XMM register or memory.
/// @param number of the register
public record Vector(boolean isMemory, int number, Address address) {
    static Vector register(int number) {
        return new Vector(false, number, Address.none());
    }

    static Vector memory(Address address) {
        return new Vector(true, Cpu.NONE, address);
    }

    /// The lowest 64 bits.
    long low(Cpu cpu) {
        return isMemory ? cpu.memory.load64(address.in(cpu)) : cpu.x[2 * number];
    }

    /// The lowest 32 bits.
    long single(Cpu cpu) {
        return isMemory ? cpu.memory.load32(address.in(cpu)) : cpu.x[2 * number] & 0xffffffffL;
    }

    /// Bits 127..64; memory may be at any address.
    long high(Cpu cpu) {
        return isMemory ? cpu.memory.load64(address.in(cpu) + 8) : cpu.x[2 * number + 1];
    }

    /// Refuses memory at an address that is no multiple of 16.
    void requireAligned(Cpu cpu) {
        if (isMemory && (address.in(cpu) & 15) != 0) throw new Trap(Trap.GENERAL_PROTECTION);
    }

    void write(Cpu cpu, long low, long high) {
        if (isMemory) {
            long place = address.in(cpu);
            cpu.memory.store64(place, low);
            cpu.memory.store64(place + 8, high);
        } else {
            cpu.x[2 * number] = low;
            cpu.x[2 * number + 1] = high;
        }
    }

    /// @param bits of it that are read or written, as text for memory
    String text(int bits) {
        return isMemory ? Names.pointer(bits) + address.text() : "xmm" + number;
    }
}
