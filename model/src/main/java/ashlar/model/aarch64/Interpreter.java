package ashlar.model.aarch64;

/// Executes instructions one by one.
public final class Interpreter {
    private Interpreter() { }

    /// Executes the instruction at the pc and moves the pc on. If it traps, everything is as before.
    public static void step(Cpu cpu) {
        if ((cpu.pc & 3) != 0) throw Trap.unalignedPc(cpu.pc);
        Instruction i = Decoder.decode(cpu.memory.fetch32(cpu.pc));
        i.execute(cpu);
        if (!i.endsBlock()) cpu.pc += 4;
    }
}
