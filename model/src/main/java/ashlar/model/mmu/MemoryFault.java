package ashlar.model.mmu;

/// An access that memory did not allow. It is raised before anything is changed.
public final class MemoryFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Why: no translation is there; it is there but never used before, where software is to be told; it
    /// does not allow this access; the address is not a multiple of what the access or the memory asks for;
    /// an entry of a table has bits set that must not be; nothing answers at the physical address; the
    /// virtual address is none.
    public enum Reason {
        TRANSLATION, ACCESS_FLAG, PERMISSION, ALIGNMENT, RESERVED_BIT, EXTERNAL, NOT_CANONICAL
    }

    private final long address;
    private final Access access;
    private final Reason reason;
    private final int level;

    /// A fault that no table of translations tells more of.
    /// @param address the lowest virtual address that could not be accessed
    public MemoryFault(long address, Access access) {
        this(address, access, Reason.TRANSLATION, 0);
    }

    /// @param address the lowest virtual address that could not be accessed
    /// @param level   of the table whose entry decided, counted from the root, 0 to 3
    public MemoryFault(long address, Access access, Reason reason, int level) {
        super(null, null, false, false);
        this.address = address;
        this.access = access;
        this.reason = reason;
        this.level = level;
    }

    public long address() {
        return address;
    }

    public Access access() {
        return access;
    }

    public Reason reason() {
        return reason;
    }

    public int level() {
        return level;
    }

    @Override
    public String getMessage() {
        return "%s of 0x%x: %s at level %d".formatted(access, address, reason, level);
    }
}
