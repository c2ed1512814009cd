package ashlar.model.mmu;

import java.util.Arrays;

/// Translations of pages of 4 KiB, cached by virtual page and address space until they are cleared or
/// another page takes their place. A larger page is cached in pieces.
final class Tlb {
    /// Address spaces whose ids differ in these lowest bits only are told apart.
    static final int SPACE_BITS = 11;

    private static final int ENTRIES = 1024;
    private static final int STEP = 331;
    private static final int PAGE_BITS = 12;
    private static final long SPACE_MASK = (1 << SPACE_BITS) - 1;
    private static final long VALID = 1 << SPACE_BITS;
    private static final long PAGE_MASK = -1L << PAGE_BITS;

    // The virtual page, whether it is valid, its address space.
    private final long[] tags = new long[ENTRIES];
    private final long[] physicals = new long[ENTRIES];
    private final byte[][] chunks = new byte[ENTRIES][];
    private final int[] places = new int[ENTRIES];
    private final byte[] sizes = new byte[ENTRIES];
    private final boolean[] devices = new boolean[ENTRIES];
    private boolean holdsLargePages;

    /// The index of the entry for virtual; -1 if there is none.
    int find(long virtual, long space) {
        int i = index(virtual, space);
        return tags[i] == tag(virtual, space) ? i : -1;
    }

    /// Different spaces keep the same page in different places.
    private static int index(long virtual, long space) {
        return (int) ((virtual >>> PAGE_BITS) + space * STEP) & ENTRIES - 1;
    }

    private static long tag(long virtual, long space) {
        return virtual & PAGE_MASK | VALID | space & SPACE_MASK;
    }

    /// Enters a translation.
    /// @param chunk the chunk of RAM that may be accessed directly; null if none may
    /// @return its index
    int put(long virtual, long space, Translation t, byte[] chunk, int place) {
        int i = index(virtual, space);
        tags[i] = tag(virtual, space);
        physicals[i] = t.of(virtual) & PAGE_MASK;
        chunks[i] = chunk;
        places[i] = place;
        sizes[i] = (byte) t.sizeBits();
        devices[i] = t.isDevice();
        holdsLargePages |= t.sizeBits() > PAGE_BITS;
        return i;
    }

    /// The physical address of the page of 4 KiB.
    long physical(int i) {
        return physicals[i];
    }

    byte[] chunk(int i) {
        return chunks[i];
    }

    int place(int i) {
        return places[i];
    }

    boolean isDevice(int i) {
        return devices[i];
    }

    void drop(int i) {
        tags[i] = 0;
    }

    void clear() {
        Arrays.fill(tags, 0);
        holdsLargePages = false;
    }

    void clearSpace(long space) {
        for (int i = 0; i < ENTRIES; i++) if ((tags[i] & SPACE_MASK) == (space & SPACE_MASK)) tags[i] = 0;
    }

    void clearPage(long virtual, long space) {
        int i = find(virtual, space);
        if (i >= 0) tags[i] = 0;
        if (holdsLargePages) clearLargePage(virtual, space);
    }

    private void clearLargePage(long virtual, long space) {
        for (int i = 0; i < ENTRIES; i++) {
            boolean isOfSpace = (tags[i] & SPACE_MASK) == (space & SPACE_MASK);
            if (isOfSpace && (tags[i] ^ virtual) >>> sizes[i] == 0) tags[i] = 0;
        }
    }
}
