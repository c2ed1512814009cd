package ashlar.model.machine;

import ashlar.model.mmu.VirtualMemory;

/// What all processors have, to those who run programs on them.
public abstract class Processor {
    public final VirtualMemory memory;
    /// The address of the instruction being executed.
    public long pc;

    protected Processor(VirtualMemory memory) {
        this.memory = memory;
    }
}
