package ashlar.spec.state;

/// Why an invocation is refused: seL4 manual, appendix "Errors".
public sealed interface SyscallError {
    /// @param index 0 for the capability invoked, n for the n-th that came with it
    record InvalidCapability(long index) implements SyscallError { }

    record IllegalOperation() implements SyscallError { }

    /// A number is not one of min to max, both included.
    record RangeError(long min, long max) implements SyscallError { }

    /// @param isSource whether the address was that of a source
    record FailedLookup(boolean isSource, LookupFailure failure) implements SyscallError { }

    /// The destination is occupied.
    record DeleteFirst() implements SyscallError { }
}
