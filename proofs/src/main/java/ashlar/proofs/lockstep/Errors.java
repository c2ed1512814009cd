package ashlar.proofs.lockstep;

import ashlar.impl.kernel.LookupFailure;
import ashlar.impl.layout.KernelPtr;
import ashlar.model.machine.Machine;
import ashlar.spec.state.LookupFailure.DepthMismatch;
import ashlar.spec.state.LookupFailure.GuardMismatch;
import ashlar.spec.state.LookupFailure.InvalidRoot;
import ashlar.spec.state.LookupFailure.MissingCapability;
import ashlar.spec.state.SyscallError;
import ashlar.spec.state.SyscallError.DeleteFirst;
import ashlar.spec.state.SyscallError.FailedLookup;
import ashlar.spec.state.SyscallError.IllegalOperation;
import ashlar.spec.state.SyscallError.InvalidCapability;
import ashlar.spec.state.SyscallError.RangeError;

/// The errors that the kernel has noted, in the specification's words.
final class Errors {
    private Errors() { }

    /// @param error the number of an `ashlar.impl.api.SyscallError` with which a function returned
    static SyscallError of(Machine m, int error) {
        if (KernelPtr.error(m) != error)
            throw new IllegalStateException("returns " + error + " but has noted " + KernelPtr.error(m));
        return switch (error) {
            case ashlar.impl.api.SyscallError.INVALID_CAPABILITY ->
                new InvalidCapability(KernelPtr.errorIndex(m));
            case ashlar.impl.api.SyscallError.ILLEGAL_OPERATION -> new IllegalOperation();
            case ashlar.impl.api.SyscallError.RANGE_ERROR ->
                new RangeError(KernelPtr.errorMin(m), KernelPtr.errorMax(m));
            case ashlar.impl.api.SyscallError.FAILED_LOOKUP ->
                new FailedLookup(KernelPtr.errorIsSource(m), lookupFailure(m));
            case ashlar.impl.api.SyscallError.DELETE_FIRST -> new DeleteFirst();
            default -> throw new IllegalStateException("no error has the number " + error);
        };
    }

    static ashlar.spec.state.LookupFailure lookupFailure(Machine m) {
        return switch (KernelPtr.lookupFailureType(m)) {
            case LookupFailure.INVALID_ROOT -> new InvalidRoot();
            case LookupFailure.MISSING_CAPABILITY -> new MissingCapability(KernelPtr.lookupBitsLeft(m));
            case LookupFailure.DEPTH_MISMATCH ->
                new DepthMismatch(KernelPtr.lookupBitsLeft(m), KernelPtr.lookupBitsFound(m));
            case LookupFailure.GUARD_MISMATCH -> new GuardMismatch(KernelPtr.lookupBitsLeft(m),
                KernelPtr.lookupGuardFound(m), KernelPtr.lookupBitsFound(m));
            default -> throw new IllegalStateException("no lookup failure has the number "
                + KernelPtr.lookupFailureType(m));
        };
    }
}
