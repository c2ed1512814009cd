package ashlar.model.mmu;

/// Translations of pages of 4 KiB, cached by virtual page and address space until they are cleared or
/// another page takes their place. A larger page is cached in pieces.
final class Tlb {
    /// Address spaces whose ids differ in these lowest bits only are told apart.
    static final int SPACE_BITS = 11;

    static final int PAGE_BITS = 12;
    static final long PAGE_MASK = -1L << PAGE_BITS;

    private static final int ENTRIES = 1024;
    private static final int STEP = 331;
    private static final long SPACE_MASK = (1 << SPACE_BITS) - 1;
    private static final long VALID = 1 << SPACE_BITS;

    /// A cached translation.
    static final class Entry {
        /// The virtual page with the key of its address space, if its chunk of RAM may be accessed directly;
        /// else 0.
        long direct;
        byte[] chunk;
        /// What to add to a virtual address to have its place in chunk.
        int delta;
        /// The virtual page with the key of its address space; 0 if the entry holds nothing.
        long tag;
        /// Address of the page of 4 KiB.
        long physical;
        int sizeBits;
        boolean isDevice;

        void clear() {
            direct = 0;
            tag = 0;
        }
    }

    private final Entry[] entries = new Entry[ENTRIES];
    private boolean holdsLargePages;

    Tlb() {
        for (int i = 0; i < ENTRIES; i++) entries[i] = new Entry();
    }

    /// What tells the pages of an address space from those of others.
    static long key(long space) {
        return VALID | space & SPACE_MASK;
    }

    /// Where the entry for a page would be. Different spaces keep the same page in different places.
    Entry place(long virtual, long key) {
        return entries[(int) ((virtual >>> PAGE_BITS) + key * STEP) & entries.length - 1];
    }

    /// The entry for virtual; null if there is none.
    Entry find(long virtual, long key) {
        Entry e = place(virtual, key);
        return e.tag == (virtual & PAGE_MASK | key) ? e : null;
    }

    /// Enters a translation.
    /// @param chunk the chunk of RAM that may be accessed directly; null if none may
    /// @param place of the page in it
    Entry put(long virtual, long key, Translation t, byte[] chunk, int place) {
        Entry e = place(virtual, key);
        e.tag = virtual & PAGE_MASK | key;
        e.direct = chunk == null ? 0 : e.tag;
        e.chunk = chunk;
        e.delta = place - (int) (virtual & PAGE_MASK);
        e.physical = t.of(virtual) & PAGE_MASK;
        e.sizeBits = t.sizeBits();
        e.isDevice = t.isDevice();
        holdsLargePages |= t.sizeBits() > PAGE_BITS;
        return e;
    }

    void clear() {
        for (Entry e : entries) e.clear();
        holdsLargePages = false;
    }

    void clearSpace(long key) {
        for (Entry e : entries) if (isOf(e, key)) e.clear();
    }

    void clearPage(long virtual, long key) {
        Entry e = find(virtual, key);
        if (e != null) e.clear();
        if (holdsLargePages) clearLargePage(virtual, key);
    }

    private void clearLargePage(long virtual, long key) {
        for (Entry e : entries) if (isOf(e, key) && (e.tag ^ virtual) >>> e.sizeBits == 0) e.clear();
    }

    private static boolean isOf(Entry e, long key) {
        return (e.tag & ~PAGE_MASK) == key;
    }
}
