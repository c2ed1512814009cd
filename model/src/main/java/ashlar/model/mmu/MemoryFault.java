package ashlar.model.mmu;

/// An access that memory did not allow. It is raised before anything is changed.
public final class MemoryFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long address;
    private final Access access;

    /// @param address the lowest virtual address that could not be accessed
    public MemoryFault(long address, Access access) {
        super(null, null, false, false);
        this.address = address;
        this.access = access;
    }

    public long address() {
        return address;
    }

    public Access access() {
        return access;
    }

    @Override
    public String getMessage() {
        return "%s of 0x%x".formatted(access, address);
    }
}
