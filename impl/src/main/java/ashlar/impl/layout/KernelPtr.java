package ashlar.impl.layout;

import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;

/// The kernel's own variables: what runs, the outcome of the last lookup, the words of the last error, the
/// slots and capabilities of the call being decoded.
public final class KernelPtr {
    public static final long BASE = Platform.KERNEL_DATA;
    public static final long SIZE_BITS = 9;

    /// No object: what a pointer field holds when it points to nothing.
    public static final long NULL = 0;

    /// What action holds when it is not the thread to switch to.
    public static final long RESUME_CURRENT = 0;
    public static final long CHOOSE_NEW = 1;

    /// Capabilities in the making: the new one, that of the pivot, what finalising leaves, one in a swap.
    public static final long NEW_CAP = BASE + 256;
    public static final long NEW_PIVOT_CAP = BASE + 288;
    public static final long REMAINDER_CAP = BASE + 320;
    public static final long SWAPPED_CAP = BASE + 352;

    private static final long CURRENT = BASE;
    private static final long IDLE = BASE + 8;
    private static final long ACTION = BASE + 16;
    private static final long DOMAIN = BASE + 24;
    private static final long WORK_UNITS = BASE + 32;
    private static final long INTERRUPT_PENDING = BASE + 40;
    private static final long LOOKUP_FAILURE_TYPE = BASE + 64;
    private static final long LOOKUP_BITS_LEFT = BASE + 72;
    private static final long LOOKUP_BITS_FOUND = BASE + 80;
    private static final long LOOKUP_GUARD_FOUND = BASE + 88;
    private static final long ERROR = BASE + 128;
    private static final long ERROR_IS_SOURCE = BASE + 136;
    private static final long ERROR_MIN = BASE + 144;
    private static final long ERROR_MAX = BASE + 152;
    private static final long ERROR_INDEX = BASE + 160;
    private static final long SOURCE_SLOT = BASE + 192;
    private static final long DEST_SLOT = BASE + 200;
    private static final long PIVOT_SLOT = BASE + 208;

    public static long current(Machine m) {
        return m.load64(CURRENT);
    }

    public static void setCurrent(Machine m, long thread) {
        m.store64(CURRENT, thread);
    }

    public static long idle(Machine m) {
        return m.load64(IDLE);
    }

    public static void setIdle(Machine m, long thread) {
        m.store64(IDLE, thread);
    }

    /// What the scheduler is to do: RESUME_CURRENT, CHOOSE_NEW or the address of the thread to switch to.
    public static long action(Machine m) {
        return m.load64(ACTION);
    }

    public static void setAction(Machine m, long action) {
        m.store64(ACTION, action);
    }

    /// The domain whose threads run.
    public static long domain(Machine m) {
        return m.load64(DOMAIN);
    }

    public static void setDomain(Machine m, long domain) {
        m.store64(DOMAIN, domain);
    }

    /// Steps of long operations done since the last look for interrupts.
    public static long workUnits(Machine m) {
        return m.load64(WORK_UNITS);
    }

    public static void setWorkUnits(Machine m, long units) {
        m.store64(WORK_UNITS, units);
    }

    public static boolean interruptPending(Machine m) {
        return m.load64(INTERRUPT_PENDING) != 0;
    }

    public static void setInterruptPending(Machine m, boolean pending) {
        m.store64(INTERRUPT_PENDING, pending ? 1 : 0);
    }

    /// Why the last lookup failed: a code of `LookupFailure`.
    public static int lookupFailureType(Machine m) {
        return (int) m.load64(LOOKUP_FAILURE_TYPE);
    }

    public static void setLookupFailureType(Machine m, int type) {
        m.store64(LOOKUP_FAILURE_TYPE, type);
    }

    /// Bits of the address not yet translated when the last lookup ended.
    public static long lookupBitsLeft(Machine m) {
        return m.load64(LOOKUP_BITS_LEFT);
    }

    public static void setLookupBitsLeft(Machine m, long bits) {
        m.store64(LOOKUP_BITS_LEFT, bits);
    }

    public static long lookupBitsFound(Machine m) {
        return m.load64(LOOKUP_BITS_FOUND);
    }

    public static void setLookupBitsFound(Machine m, long bits) {
        m.store64(LOOKUP_BITS_FOUND, bits);
    }

    public static long lookupGuardFound(Machine m) {
        return m.load64(LOOKUP_GUARD_FOUND);
    }

    public static void setLookupGuardFound(Machine m, long guard) {
        m.store64(LOOKUP_GUARD_FOUND, guard);
    }

    /// The last error: a code of `SyscallError`.
    public static int error(Machine m) {
        return (int) m.load64(ERROR);
    }

    public static void setError(Machine m, int error) {
        m.store64(ERROR, error);
    }

    /// FailedLookup: whether it was a source that could not be found.
    public static boolean errorIsSource(Machine m) {
        return m.load64(ERROR_IS_SOURCE) != 0;
    }

    public static void setErrorIsSource(Machine m, boolean isSource) {
        m.store64(ERROR_IS_SOURCE, isSource ? 1 : 0);
    }

    /// RangeError: the least value allowed.
    public static long errorMin(Machine m) {
        return m.load64(ERROR_MIN);
    }

    public static void setErrorMin(Machine m, long min) {
        m.store64(ERROR_MIN, min);
    }

    /// RangeError: the greatest value allowed.
    public static long errorMax(Machine m) {
        return m.load64(ERROR_MAX);
    }

    public static void setErrorMax(Machine m, long max) {
        m.store64(ERROR_MAX, max);
    }

    /// InvalidArgument, InvalidCapability: which one.
    public static long errorIndex(Machine m) {
        return m.load64(ERROR_INDEX);
    }

    public static void setErrorIndex(Machine m, long index) {
        m.store64(ERROR_INDEX, index);
    }

    public static long sourceSlot(Machine m) {
        return m.load64(SOURCE_SLOT);
    }

    public static void setSourceSlot(Machine m, long slot) {
        m.store64(SOURCE_SLOT, slot);
    }

    public static long destSlot(Machine m) {
        return m.load64(DEST_SLOT);
    }

    public static void setDestSlot(Machine m, long slot) {
        m.store64(DEST_SLOT, slot);
    }

    public static long pivotSlot(Machine m) {
        return m.load64(PIVOT_SLOT);
    }

    public static void setPivotSlot(Machine m, long slot) {
        m.store64(PIVOT_SLOT, slot);
    }

    private KernelPtr() { }
}
