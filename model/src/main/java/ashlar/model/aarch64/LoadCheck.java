package ashlar.model.aarch64;

import ashlar.model.mmu.VirtualMemory;

/// Asks before the first of several loads whether all of them may happen, so that no register changes if not.
final class LoadCheck {
    private LoadCheck() { }

    /// Raises the fault of a load of `bytes` bytes, at most a page, if there is one.
    static void check(VirtualMemory memory, long address, int bytes) {
        long lastPage = address + bytes - 1 & ~StoreCheck.PAGE_MASK;
        long _ = memory.load8(address);
        if (Long.compareUnsigned(lastPage, address) > 0) {
            long _ = memory.load8(lastPage);
        }
    }
}
