package ashlar.impl.kernel;

import ashlar.impl.layout.KernelPtr;
import ashlar.model.machine.Machine;

/// Why an address does not lead to a slot, in seL4's numbers, and how it is noted. Each method notes the
/// failure, with its words, in the kernel's data and returns its number.
public final class LookupFailure {
    private LookupFailure() { }

    public static final int NONE = 0;
    public static final int INVALID_ROOT = 1;
    public static final int MISSING_CAPABILITY = 2;
    public static final int DEPTH_MISMATCH = 3;
    public static final int GUARD_MISMATCH = 4;

    public static int invalidRoot(Machine m) {
        KernelPtr.setLookupFailureType(m, INVALID_ROOT);
        return INVALID_ROOT;
    }

    public static int missingCapability(Machine m, long bitsLeft) {
        KernelPtr.setLookupFailureType(m, MISSING_CAPABILITY);
        KernelPtr.setLookupBitsLeft(m, bitsLeft);
        return MISSING_CAPABILITY;
    }

    public static int depthMismatch(Machine m, long bitsLeft, long bitsFound) {
        KernelPtr.setLookupFailureType(m, DEPTH_MISMATCH);
        KernelPtr.setLookupBitsLeft(m, bitsLeft);
        KernelPtr.setLookupBitsFound(m, bitsFound);
        return DEPTH_MISMATCH;
    }

    public static int guardMismatch(Machine m, long bitsLeft, long guardFound, long guardSize) {
        KernelPtr.setLookupFailureType(m, GUARD_MISMATCH);
        KernelPtr.setLookupBitsLeft(m, bitsLeft);
        KernelPtr.setLookupGuardFound(m, guardFound);
        KernelPtr.setLookupBitsFound(m, guardSize);
        return GUARD_MISMATCH;
    }
}
