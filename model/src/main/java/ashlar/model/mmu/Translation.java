package ashlar.model.mmu;

/// What the tables say of a virtual page.
/// @param physical address of the first byte of the page of sizeBits
/// @param sizeBits log2 of the page's bytes: 12, 21 or 30
/// @param isDevice whether accesses must be aligned and are neither merged nor repeated
public record Translation(long physical, int sizeBits, boolean readable, boolean writable, boolean executable,
                          boolean isDevice) {
    /// The physical address that a virtual address within the page stands for.
    public long of(long virtual) {
        return physical | virtual & (1L << sizeBits) - 1;
    }

    public boolean allows(Access access) {
        return switch (access) {
            case READ    -> readable;
            case WRITE   -> writable;
            case EXECUTE -> executable;
        };
    }
}
