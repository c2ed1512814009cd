package ashlar.spec.state;

/// Why a capability address leads nowhere: seL4 manual ch. 3 "Lookup Failure Description".
/// A count of bits left is of those not yet resolved.
public sealed interface LookupFailure {
    /// The address is not one in a CNode.
    record InvalidRoot() implements LookupFailure { }

    /// The slot is empty.
    record MissingCapability(long bitsLeft) implements LookupFailure { }

    /// @param bitsFound how many bits the CNode reached resolves
    record DepthMismatch(long bitsLeft, long bitsFound) implements LookupFailure { }

    /// @param guardFound the guard of the CNode reached, guardSize bits long
    record GuardMismatch(long bitsLeft, long guardFound, long guardSize) implements LookupFailure { }
}
