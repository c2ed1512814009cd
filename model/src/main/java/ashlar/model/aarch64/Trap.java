package ashlar.model.aarch64;

/// An exception that an instruction takes to EL1. Registers and memory are as they were before the
/// instruction. Faults of memory are [ashlar.model.mmu.MemoryFault]s instead.
public final class Trap extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Exception classes, ESR_EL1 bits 31 to 26.
    public static final int UNKNOWN = 0x00;
    public static final int SVC = 0x15;
    public static final int SYSTEM_REGISTER = 0x18;
    public static final int PC_ALIGNMENT = 0x22;
    public static final int DATA_ABORT = 0x24;
    public static final int BRK = 0x3C;

    static final long INSTRUCTION_IS_32_BITS = 1L << 25;

    private final long syndrome;
    private final long address;

    private Trap(long syndrome, long address) {
        super(null, null, false, false);
        this.syndrome = syndrome;
        this.address = address;
    }

    /// @param iss bits 24 to 0 of ESR_EL1
    static Trap of(int exceptionClass, long iss) {
        return new Trap((long) exceptionClass << 26 | INSTRUCTION_IS_32_BITS | iss, 0);
    }

    static Trap undefined() {
        return of(UNKNOWN, 0);
    }

    /// An access that must be aligned and is not.
    static Trap unaligned(long address, boolean isWrite) {
        return new Trap((long) DATA_ABORT << 26 | INSTRUCTION_IS_32_BITS | (isWrite ? 1 << 6 : 0) | 0b100001,
            address);
    }

    static Trap unalignedPc(long pc) {
        return new Trap((long) PC_ALIGNMENT << 26 | INSTRUCTION_IS_32_BITS, pc);
    }

    /// ESR_EL1 as the exception sets it.
    public long syndrome() {
        return syndrome;
    }

    public int exceptionClass() {
        return (int) (syndrome >>> 26);
    }

    /// FAR_EL1, for the classes that set it.
    public long address() {
        return address;
    }

    @Override
    public String getMessage() {
        return "exception class 0x%x, syndrome 0x%x, address 0x%x".formatted(exceptionClass(), syndrome,
            address);
    }
}
