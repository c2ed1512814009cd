package ashlar.model.aarch64;

import ashlar.model.mmu.Access;
import ashlar.model.mmu.MemoryFault;
import ashlar.model.mmu.VirtualMemory;

/// Asks before the first of several stores whether all of them may happen, so that none does if not.
final class StoreCheck {
    static final long PAGE_MASK = 0xFFF;

    private StoreCheck() { }

    /// Raises the fault of a store of `bytes` bytes, if there is one and the first of several stores would
    /// not raise it anyway: within a page all have the same fate.
    static void check(VirtualMemory memory, long address, int bytes) {
        long last = address + bytes - 1;
        if (((address ^ last) & ~PAGE_MASK) != 0) {
            storeBack(memory, address);
            storeBack(memory, last & ~PAGE_MASK);
        }
    }

    private static void storeBack(VirtualMemory memory, long address) {
        memory.store8(address, valueAt(memory, address));
    }

    /// What cannot be read cannot be written either, and it is a store that fails then.
    private static long valueAt(VirtualMemory memory, long address) {
        try {
            return memory.load8(address);
        } catch (MemoryFault fault) {
            throw new MemoryFault(fault.address(), Access.WRITE);
        }
    }
}
