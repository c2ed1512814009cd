package ashlar.model.aarch64;

import ashlar.model.machine.InstructionSet;

/// Finds and executes instructions one by one.
public final class Interpreter implements InstructionSet<Cpu> {
    @Override
    public Instruction decode(Cpu cpu) {
        if ((cpu.pc & 3) != 0) throw Trap.unalignedPc(cpu.pc);
        return Decoder.decode(cpu.memory.fetch32(cpu.pc));
    }

    /// Executes the instruction at the pc and moves the pc on. If it traps, everything is as before.
    public void step(Cpu cpu) {
        Instruction i = decode(cpu);
        i.execute(cpu);
        if (!i.endsBlock()) cpu.pc += i.length();
    }
}
