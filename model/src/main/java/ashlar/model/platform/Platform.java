package ashlar.model.platform;

/// The simulated board's memory map and the kernel's fixed configuration.
public final class Platform {
    private Platform() { }

    /// Where the kernel keeps its own variables, and log2 of the bytes they may take.
    public static final long KERNEL_DATA = 0x8000_0000L;
    public static final long KERNEL_DATA_SIZE_BITS = 20;
    public static final long KERNEL_DATA_END = KERNEL_DATA + (1L << KERNEL_DATA_SIZE_BITS);

    /// Objects lie below 2 to this power.
    public static final long ADDRESS_BITS = 47;

    public static final long NUM_DOMAINS = 16;
    public static final long NUM_PRIORITIES = 256;

    /// The timer ticks a thread runs before its equals have their turn.
    public static final long TIME_SLICE = 5;
}
