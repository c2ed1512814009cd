package ashlar.model.x86_64;

/// FXSAVE, FXRSTOR, also with 64-bit pointers: MXCSR and the XMM registers; x87 is saved as FNINIT leaves it.
public record StateSave(boolean isRestore, boolean isLong, Address address, int length)
    implements Instruction {
    private static final int MXCSR = 24;
    private static final int XMM = 160;

    @Override
    public void execute(Cpu cpu) {
        long place = address.aligned(cpu);
        if (isRestore) restore(cpu, place);
        else save(cpu, place);
    }

    private static void save(Cpu cpu, long place) {
        cpu.memory.store64(place, 0x37f);
        for (int i = 8; i < XMM; i += 8) cpu.memory.store64(place + i, i == MXCSR ? mxcsr(cpu) : 0);
        for (int i = 0; i < 32; i++) cpu.memory.store64(place + XMM + 8L * i, cpu.x[i]);
    }

    private static long mxcsr(Cpu cpu) {
        return cpu.mxcsr.value() | (long) Mxcsr.MASK << 32;
    }

    private static void restore(Cpu cpu, long place) {
        cpu.memory.load64(place + XMM + 248);
        StateMove.load(cpu, cpu.memory.load32(place + MXCSR));
        for (int i = 0; i < 32; i++) cpu.x[i] = cpu.memory.load64(place + XMM + 8L * i);
    }

    @Override
    public String assembly(long pc) {
        return (isRestore ? "fxrstor" : "fxsave") + (isLong ? "64 " : " ") + address.text();
    }
}
