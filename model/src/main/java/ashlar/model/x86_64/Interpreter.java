package ashlar.model.x86_64;

/// Runs instructions one by one, decoding each as it comes.
public final class Interpreter {
    private Interpreter() { }

    /// Fetches and decodes the instruction at the pc.
    /// @throws ashlar.model.mmu.MemoryFault if its bytes may not be executed
    public static Instruction decode(Cpu cpu) {
        return Decoder.decode(cpu.memory, cpu.pc);
    }

    /// Executes the instruction at `cpu.pc`: with a repeat prefix, one round of it.
    /// @throws Trap if it wants the kernel; then `cpu.pc` is its address
    /// @throws ashlar.model.mmu.MemoryFault if memory refuses; then too
    public static void step(Cpu cpu) {
        Instruction i = decode(cpu);
        i.execute(cpu);
        if (!i.endsBlock()) cpu.pc += i.length();
    }
}
