package ashlar.model.machine;

import ashlar.model.mmu.TranslatedMemory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs a program: a page of code is decoded as it is reached, and anew once something was stored to it;
/// what runs often is compiled for the JVM, from the same instructions. Time is the number of instructions
/// executed, the same whichever way they were.
public final class Core<P extends Processor> {
    private static final int PAGE = Code.PAGE;
    private static final int HOT = 1_000;
    private static final int RECENT = 256;

    /// Code that is running is about to be stored to: the store is to be done again, without the compiled
    /// code.
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Overtaken() {
            super(null, null, false, false);
        }
    }

    private final P cpu;
    private final InstructionSet<P> instructions;
    private final PhysicalMemory physical;
    private final TranslatedMemory memory;
    private final Map<Long, Code<P>> pages = new HashMap<>();
    private final Recent<P> recent = new Recent<>(RECENT);
    private Code<P> compiled;
    long executed;
    long limit;

    /// @param cpu      with memory as its memory
    /// @param physical what memory translates to; this is told of its watched pages from now on
    public Core(P cpu, InstructionSet<P> instructions, TranslatedMemory memory, PhysicalMemory physical) {
        this.cpu = cpu;
        this.instructions = instructions;
        this.memory = memory;
        this.physical = physical;
        physical.setWatcher(this::stored);
    }

    private void stored(long page) {
        Code<P> code = pages.remove(page);
        if (code == null) return;
        code.isStale = true;
        recent.clear();
        if (code == compiled) throw new Overtaken();
    }

    /// How many instructions have been executed so far, those that raised something left out.
    public long executed() {
        return executed;
    }

    /// Executes instructions until limit of them have been executed since the start.
    /// @throws RuntimeException what an instruction raises; the pc is its address, and it has changed nothing
    public void run(long limit) {
        this.limit = limit;
        recent.clear();
        while (executed < limit) {
            Code<P> code = code();
            if (code == null) step();
            else run(code);
        }
    }

    private void step() {
        Step<P> step = instructions.decode(cpu);
        step.execute(cpu);
        advance(step);
    }

    private void advance(Step<P> step) {
        executed++;
        if (!step.endsBlock()) cpu.pc += step.length();
    }

    /// The code that the pc is in; null if it is not in RAM.
    private Code<P> code() {
        Code<P> known = recent.find(cpu.pc);
        if (known != null) return known;
        long page = memory.fetchAddress(cpu.pc) & -PAGE;
        if (!physical.isRam(page, PAGE)) return null;
        Code<P> code = pages.computeIfAbsent(page, _ -> new Code<>());
        memory.watch(page);
        recent.put(cpu.pc, code);
        return code;
    }

    /// Executes instructions of one page, until one outside of it is next.
    private void run(Code<P> code) {
        long page = cpu.pc & -PAGE;
        heat(code, (int) (cpu.pc & PAGE - 1));
        while (executed < limit && !code.isStale && (cpu.pc & -PAGE) == page) {
            int offset = (int) (cpu.pc & PAGE - 1);
            Region<P> region = code.regions[offset];
            if (region == null || !run(region, code)) interpret(code, offset);
        }
    }

    /// @return whether to look again what is to be done; otherwise nothing was
    private boolean run(Region<P> region, Code<P> code) {
        long before = executed;
        compiled = code;
        try {
            region.run(cpu, this);
        } catch (Overtaken _) {
            takeBack(code);
            return true;
        } catch (RuntimeException e) {
            takeBack(code);
            throw e;
        } finally {
            compiled = null;
        }
        return executed != before;
    }

    /// The instruction at the pc and those behind it in its block were counted, and have not been executed.
    private void takeBack(Code<P> code) {
        executed -= code.block((int) (cpu.pc & PAGE - 1)).size();
    }

    private void interpret(Code<P> code, int offset) {
        Step<P> step = code.step(offset);
        if (step == null) step = decode(code, offset);
        step.execute(cpu);
        advance(step);
        if (step.endsBlock() && !code.isStale) heat(code, (int) (cpu.pc & PAGE - 1));
    }

    private Step<P> decode(Code<P> code, int offset) {
        Step<P> step = instructions.decode(cpu);
        if (offset + step.length() <= PAGE) code.put(offset, step);
        return step;
    }

    /// A block at offset begins once more.
    private void heat(Code<P> code, int offset) {
        if (++code.heat[offset] != HOT || code.regions[offset] != null || !code.isWhole(offset)) return;
        List<Integer> starts = Selection.of(code, offset);
        Region<P> region = new RegionCompiler<>(cpu, code).compile(starts);
        for (int start : starts) if (code.regions[start] == null) code.regions[start] = region;
    }
}
