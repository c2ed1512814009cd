package ashlar.model.machine;

import java.util.Arrays;

/// The code of virtual pages that were run last, as long as no translation changes.
final class Recent<P extends Processor> {
    private static final long NONE = 1;

    private final long[] pages;
    private final Code<P>[] codes;

    /// @param size a power of two
    Recent(int size) {
        pages = new long[size];
        codes = codes(size);
        clear();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <P extends Processor> Code<P>[] codes(int size) {
        return new Code[size];
    }

    /// null if it is not known.
    Code<P> find(long virtual) {
        int i = index(virtual);
        return pages[i] == (virtual & -Code.PAGE) ? codes[i] : null;
    }

    void put(long virtual, Code<P> code) {
        pages[index(virtual)] = virtual & -Code.PAGE;
        codes[index(virtual)] = code;
    }

    void clear() {
        Arrays.fill(pages, NONE);
    }

    private int index(long virtual) {
        return (int) (virtual / Code.PAGE) & pages.length - 1;
    }
}
