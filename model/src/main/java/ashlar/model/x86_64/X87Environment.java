package ashlar.model.x86_64;

/// The x87 environment in memory: 28 bytes, then for FNSAVE and FRSTOR eight registers of ten bytes.
final class X87Environment {
    private static final int STATUS = 4;
    private static final int TAGS = 8;
    private static final int REGISTERS = 28;

    private X87Environment() { }

    static void execute(Cpu cpu, int operation, long place) {
        switch (operation) {
            case X87Control.FNSTENV -> store(cpu, place);
            case X87Control.FLDENV  -> load(cpu, place);
            case X87Control.FNSAVE  -> save(cpu, place);
            default                 -> restore(cpu, place);
        }
    }

    /// All exceptions are masked afterwards.
    private static void store(Cpu cpu, long place) {
        X87 f = cpu.fpu;
        cpu.memory.store32(place, f.control() | 0xffff0000L);
        cpu.memory.store32(place + STATUS, f.status() | 0xffff0000L);
        cpu.memory.store32(place + TAGS, tags(f) | 0xffff0000L);
        for (int i = 12; i < 24; i += 4) cpu.memory.store32(place + i, 0);
        cpu.memory.store32(place + 24, 0xffff0000L);
        f.setControl(f.control() | 0x3f);
    }

    /// Two bits a physical register: 0 a number, 1 zero, 2 special, 3 empty.
    private static int tags(X87 f) {
        int tags = 0;
        for (int i = 0; i < 8; i++) tags |= tag(f, i) << 2 * i;
        return tags;
    }

    private static int tag(X87 f, int physical) {
        long a = f.signExponent(physical);
        long b = f.significand(physical);
        if ((f.full() >> physical & 1) == 0) return 3;
        if (Extended.isZero(a, b)) return 1;
        return (a & Extended.MOST) == 0 || (a & Extended.MOST) == Extended.MOST || b >= 0 ? 2 : 0;
    }

    private static void load(Cpu cpu, long place) {
        X87 f = cpu.fpu;
        long control = cpu.memory.load16(place);
        long status = cpu.memory.load16(place + STATUS);
        long tags = cpu.memory.load16(place + TAGS);
        cpu.memory.load32(place + 24);
        f.setStatus((int) status);
        f.setControl((int) control);
        int full = 0;
        for (int i = 0; i < 8; i++) full |= (tags >> 2 * i & 3) == 3 ? 0 : 1 << i;
        f.setFull(full);
    }

    private static void save(Cpu cpu, long place) {
        X87 f = cpu.fpu;
        for (int i = 0; i < 8; i++) {
            long at = place + REGISTERS + 10L * i;
            cpu.memory.store64(at, f.significand(f.st(i)));
            cpu.memory.store16(at + 8, f.signExponent(f.st(i)));
        }
        store(cpu, place);
        f.reset();
    }

    private static void restore(Cpu cpu, long place) {
        X87 f = cpu.fpu;
        cpu.memory.load16(place + REGISTERS + 78);
        load(cpu, place);
        for (int i = 0; i < 8; i++) {
            long at = place + REGISTERS + 10L * i;
            f.set(f.st(i), cpu.memory.load16(at + 8), cpu.memory.load64(at));
        }
    }
}
