package ashlar.model.aarch64;

/// Executes instructions one by one.
public final class Interpreter {
    private Interpreter() { }

    /// Fetches and decodes the instruction at the pc.
    /// @throws Trap if the pc is not a multiple of 4
    /// @throws ashlar.model.mmu.MemoryFault if memory refuses
    public static Instruction decode(Cpu cpu) {
        if ((cpu.pc & 3) != 0) throw Trap.unalignedPc(cpu.pc);
        return Decoder.decode(cpu.memory.fetch32(cpu.pc));
    }

    /// Executes the instruction at the pc and moves the pc on. If it traps, everything is as before.
    public static void step(Cpu cpu) {
        Instruction i = decode(cpu);
        i.execute(cpu);
        if (!i.endsBlock()) cpu.pc += i.length();
    }
}
