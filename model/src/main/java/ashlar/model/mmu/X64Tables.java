package ashlar.model.mmu;

import static ashlar.model.word.Word.bit;
import static ashlar.model.word.Word.bits;

import ashlar.model.machine.PhysicalMemory;
import ashlar.model.mmu.MemoryFault.Reason;

/// 4-level paging for user mode, with the no-execute bit: Intel SDM vol. 3, ch. "Paging". A walk sets the
/// accessed and dirty bits, as the processor does.
public final class X64Tables implements Translations {
    private static final int LEVELS = 4;
    private static final int PAGE_BITS = 12;
    private static final int INDEX_BITS = 9;
    private static final int PHYSICAL_BITS = 48;
    private static final int TOP_OF_ADDRESS = 47;

    private static final int PRESENT = 0;
    private static final int WRITABLE = 1;
    private static final int USER = 2;
    private static final long ACCESSED = 1 << 5;
    private static final long DIRTY = 1 << 6;
    private static final int PAGE_SIZE = 7;
    private static final int NO_EXECUTE = 63;

    private final PhysicalMemory memory;
    private long root;

    public X64Tables(PhysicalMemory memory) {
        this.memory = memory;
    }

    /// The root table (CR3); what translations were cached stays so.
    public void setRoot(long root) {
        this.root = root;
    }

    @Override
    public Translation walk(long virtual, Access access) {
        if (virtual << 64 - 1 - TOP_OF_ADDRESS >> 64 - 1 - TOP_OF_ADDRESS != virtual)
            throw new MemoryFault(virtual, access, Reason.NOT_CANONICAL, 0);
        long table = root;
        long allowed = -1;
        long forbidden = 0;
        for (int level = 0; level < LEVELS; level++) {
            int shift = PAGE_BITS + INDEX_BITS * (LEVELS - 1 - level);
            long place = table + 8 * bits(virtual, shift + INDEX_BITS - 1, shift);
            long entry = entry(place, virtual, access, level, shift);
            allowed &= entry;
            forbidden |= entry;
            boolean isLeaf = level == LEVELS - 1 || bit(entry, PAGE_SIZE);
            if (isLeaf) return leaf(place, entry, allowed, forbidden, shift, virtual, access, level);
            mark(place, entry, ACCESSED);
            table = bits(entry, PHYSICAL_BITS - 1, PAGE_BITS) << PAGE_BITS;
        }
        throw new AssertionError("the last level holds no tables");
    }

    private long entry(long place, long virtual, Access access, int level, int shift) {
        if (!memory.isRam(place, 8)) throw new MemoryFault(virtual, access, Reason.EXTERNAL, level);
        long entry = memory.load64(place);
        if (!bit(entry, PRESENT)) throw new MemoryFault(virtual, access, Reason.TRANSLATION, level);
        if (bits(entry, 51, PHYSICAL_BITS) != 0 || hasReservedBit(entry, level, shift))
            throw new MemoryFault(virtual, access, Reason.RESERVED_BIT, level);
        return entry;
    }

    /// The root's entries are no pages; a large page is aligned to its size, but for the bit of its
    /// attributes.
    private static boolean hasReservedBit(long entry, int level, int shift) {
        if (level == LEVELS - 1 || !bit(entry, PAGE_SIZE)) return false;
        return level == 0 || bits(entry, shift - 1, PAGE_BITS + 1) != 0;
    }

    private Translation leaf(long place, long entry, long allowed, long forbidden, int shift, long virtual,
        Access access, int level) {
        boolean isUser = bit(allowed, USER);
        var found = new Translation(bits(entry, PHYSICAL_BITS - 1, shift) << shift, shift, isUser,
            isUser && bit(allowed, WRITABLE), isUser && !bit(forbidden, NO_EXECUTE), false);
        if (!found.allows(access)) throw new MemoryFault(virtual, access, Reason.PERMISSION, level);
        mark(place, entry, access == Access.WRITE ? ACCESSED | DIRTY : ACCESSED);
        return found;
    }

    private void mark(long place, long entry, long marks) {
        if ((entry & marks) != marks) memory.store64(place, entry | marks);
    }
}
