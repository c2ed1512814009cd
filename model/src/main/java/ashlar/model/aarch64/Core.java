package ashlar.model.aarch64;

import ashlar.model.machine.PhysicalMemory;
import ashlar.model.mmu.TranslatedMemory;
import java.util.HashMap;
import java.util.Map;

/// Runs a program from decoded instructions: a page of code is decoded as it is reached, and anew once
/// something was stored to it. What runs is what [Interpreter] runs.
public final class Core {
    private static final int PAGE = 4096;
    private static final int INSTRUCTIONS = PAGE / 4;

    /// The decoded instructions of a page of RAM.
    private static final class Code {
        final Instruction[] instructions = new Instruction[INSTRUCTIONS];
        final boolean[] endsBlock = new boolean[INSTRUCTIONS];
        boolean isStale;
    }

    private final Cpu cpu;
    private final PhysicalMemory physical;
    private final TranslatedMemory memory;
    private final Map<Long, Code> pages = new HashMap<>();
    private long executed;

    /// @param cpu      with memory as its memory
    /// @param physical what memory translates to; its watcher is this from now on
    public Core(Cpu cpu, TranslatedMemory memory, PhysicalMemory physical) {
        this.cpu = cpu;
        this.memory = memory;
        this.physical = physical;
        physical.setWatcher(this::stored);
    }

    private void stored(long page) {
        Code code = pages.remove(page);
        if (code != null) code.isStale = true;
    }

    /// How many instructions have been executed so far, those that trapped left out.
    public long executed() {
        return executed;
    }

    /// Executes instructions until limit of them have been executed since the start.
    /// @throws Trap if one wants the kernel; `cpu.pc` is its address, and it has changed nothing
    /// @throws ashlar.model.mmu.MemoryFault if memory refuses; then too
    public void run(long limit) {
        while (executed < limit) {
            if ((cpu.pc & 3) != 0) throw Trap.unalignedPc(cpu.pc);
            long address = memory.fetchAddress(cpu.pc);
            if (physical.isRam(address, 4)) run(code(address & -PAGE), limit);
            else step();
        }
    }

    private void step() {
        Interpreter.step(cpu);
        executed++;
    }

    private Code code(long page) {
        Code known = pages.get(page);
        if (known != null) return known;
        Code code = new Code();
        pages.put(page, code);
        memory.watch(page);
        return code;
    }

    /// Executes instructions of one page, until one outside of it is next.
    private void run(Code code, long limit) {
        long page = cpu.pc & -PAGE;
        while (executed < limit && !code.isStale && (cpu.pc & -PAGE) == page && (cpu.pc & 3) == 0) {
            int i = (int) (cpu.pc & PAGE - 1) >>> 2;
            Instruction next = code.instructions[i];
            if (next == null) next = decode(code, i);
            next.execute(cpu);
            executed++;
            if (!code.endsBlock[i]) cpu.pc += 4;
        }
    }

    private Instruction decode(Code code, int i) {
        Instruction decoded = Decoder.decode(cpu.memory.fetch32(cpu.pc));
        code.endsBlock[i] = decoded.endsBlock();
        code.instructions[i] = decoded;
        return decoded;
    }
}
