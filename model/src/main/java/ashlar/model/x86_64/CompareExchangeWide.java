package ashlar.model.x86_64;

/// CMPXCHG8B, CMPXCHG16B: rDX:rAX with two words in memory. Only ZF changes.
/// @param bits of one word: 32 or 64
public record CompareExchangeWide(int bits, Address address, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        if (bits == 64) executeLong(cpu, address.aligned(cpu));
        else executeShort(cpu, address.in(cpu));
    }

    private static void executeLong(Cpu cpu, long place) {
        long low = cpu.memory.load64(place);
        long high = cpu.memory.load64(place + 8);
        boolean isEqual = low == cpu.r[Cpu.RAX] && high == cpu.r[Cpu.RDX];
        cpu.memory.store64(place, isEqual ? cpu.r[Cpu.RBX] : low);
        cpu.memory.store64(place + 8, isEqual ? cpu.r[Cpu.RCX] : high);
        finish(cpu, 64, isEqual, low, high);
    }

    private static void executeShort(Cpu cpu, long place) {
        long old = cpu.memory.load64(place);
        boolean isEqual = old == pair(cpu.r[Cpu.RAX], cpu.r[Cpu.RDX]);
        cpu.memory.store64(place, isEqual ? pair(cpu.r[Cpu.RBX], cpu.r[Cpu.RCX]) : old);
        finish(cpu, 32, isEqual, old, old >>> 32);
    }

    private static long pair(long low, long high) {
        return low & 0xffffffffL | high << 32;
    }

    private static void finish(Cpu cpu, int bits, boolean isEqual, long low, long high) {
        if (!isEqual) {
            cpu.setRegister(Cpu.RAX, bits, low);
            cpu.setRegister(Cpu.RDX, bits, high);
        }
        cpu.setZero(isEqual);
    }

    @Override
    public boolean mayBeLocked() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        return (bits == 64 ? "cmpxchg16b XMMWORD PTR " : "cmpxchg8b QWORD PTR ") + address.text();
    }
}
