package ashlar.model.aarch64;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ashlar.model.mmu.MemoryFault;

/// A processor with [Ram], to execute single instructions on.
final class Rig {
    static final long PC = Ram.START + 0x100;

    final Ram ram = new Ram();
    final Cpu cpu;

    Rig() {
        this(Permissions.all());
    }

    Rig(Permissions permissions) {
        cpu = new Cpu(ram, permissions);
        cpu.pc = PC;
    }

    Rig x(int r, long value) {
        cpu.x[r] = value;
        return this;
    }

    Rig v(int r, long low, long high) {
        cpu.setQ(r, low, high);
        return this;
    }

    Rig run(int word) {
        ram.store32(cpu.pc, word);
        Interpreter.step(cpu);
        return this;
    }

    Trap trap(int word) {
        return catchThrowableOfType(Trap.class, () -> run(word));
    }

    MemoryFault fault(int word) {
        return catchThrowableOfType(MemoryFault.class, () -> run(word));
    }

    static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }
}
