package ashlar.impl.api;

import ashlar.impl.layout.KernelPtr;
import ashlar.model.machine.Machine;

/// Why a call fails, in seL4's numbers, and how a failure is noted. Each method notes the error, with its
/// words, in the kernel's data and returns its number.
public final class SyscallError {
    private SyscallError() { }

    public static final int NO_ERROR = 0;
    public static final int INVALID_ARGUMENT = 1;
    public static final int INVALID_CAPABILITY = 2;
    public static final int ILLEGAL_OPERATION = 3;
    public static final int RANGE_ERROR = 4;
    public static final int ALIGNMENT_ERROR = 5;
    public static final int FAILED_LOOKUP = 6;
    public static final int TRUNCATED_MESSAGE = 7;
    public static final int DELETE_FIRST = 8;
    public static final int REVOKE_FIRST = 9;
    public static final int NOT_ENOUGH_MEMORY = 10;

    /// An error without words.
    public static int raise(Machine m, int error) {
        KernelPtr.setError(m, error);
        return error;
    }

    /// @param index 0 for the capability that is invoked, n for the n-th that comes with the message
    public static int invalidCapability(Machine m, long index) {
        KernelPtr.setErrorIndex(m, index);
        return raise(m, INVALID_CAPABILITY);
    }

    public static int rangeError(Machine m, long min, long max) {
        KernelPtr.setErrorMin(m, min);
        KernelPtr.setErrorMax(m, max);
        return raise(m, RANGE_ERROR);
    }

    /// The lookup failure is noted already.
    public static int failedLookup(Machine m, boolean isSource) {
        KernelPtr.setErrorIsSource(m, isSource);
        return raise(m, FAILED_LOOKUP);
    }
}
