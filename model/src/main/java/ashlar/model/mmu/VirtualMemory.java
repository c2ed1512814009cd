package ashlar.model.mmu;

/// Memory as a program sees it: bytes by 64-bit virtual address, little-endian, no address need be aligned.
/// Narrow loads are zero-extended; narrow stores take the lowest bits. An access that is not allowed raises a
/// [MemoryFault] and changes nothing, also where it crosses into a page that is not there.
public abstract class VirtualMemory {
    protected VirtualMemory() { }

    public abstract long load8(long address);

    public abstract long load16(long address);

    public abstract long load32(long address);

    public abstract long load64(long address);

    public abstract void store8(long address, long value);

    public abstract void store16(long address, long value);

    public abstract void store32(long address, long value);

    public abstract void store64(long address, long value);

    /// One byte of an instruction.
    public abstract int fetch8(long address);

    /// Four bytes of an instruction.
    public abstract int fetch32(long address);
}
