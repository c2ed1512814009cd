package ashlar.model.x86_64;

/// FXSAVE, FXRSTOR, also with 64-bit pointers. The pointers to x87's last instruction and operand are stored
/// as zeros.
public record StateSave(boolean isRestore, boolean isLong, Address address, int length)
    implements Instruction {
    private static final int MXCSR = 24;
    private static final int STACK = 32;
    private static final int XMM = 160;

    @Override
    public void execute(Cpu cpu) {
        long place = address.aligned(cpu);
        if (isRestore) restore(cpu, place);
        else save(cpu, place);
    }

    private static void save(Cpu cpu, long place) {
        X87 f = cpu.fpu;
        cpu.memory.store64(place, f.control() | (long) f.status() << 16 | (long) f.full() << 32);
        cpu.memory.store64(place + 8, 0);
        cpu.memory.store64(place + 16, 0);
        cpu.memory.store64(place + MXCSR, cpu.mxcsr.value() | (long) Mxcsr.MASK << 32);
        for (int i = 0; i < 8; i++) {
            cpu.memory.store64(place + STACK + 16L * i, f.significand(f.st(i)));
            cpu.memory.store64(place + STACK + 16L * i + 8, f.signExponent(f.st(i)));
        }
        for (int i = 0; i < 32; i++) cpu.memory.store64(place + XMM + 8L * i, cpu.x[i]);
    }

    private static void restore(Cpu cpu, long place) {
        X87 f = cpu.fpu;
        cpu.memory.load64(place + XMM + 248);
        long words = cpu.memory.load64(place);
        StateMove.load(cpu, cpu.memory.load32(place + MXCSR));
        f.setStatus((int) (words >>> 16));
        f.setControl((int) words);
        f.setFull((int) (words >>> 32));
        for (int i = 0; i < 8; i++) {
            long at = place + STACK + 16L * i;
            f.set(f.st(i), cpu.memory.load64(at + 8), cpu.memory.load64(at));
        }
        for (int i = 0; i < 32; i++) cpu.x[i] = cpu.memory.load64(place + XMM + 8L * i);
    }

    @Override
    public String assembly(long pc) {
        return (isRestore ? "fxrstor" : "fxsave") + (isLong ? "64 " : " ") + address.text();
    }
}
