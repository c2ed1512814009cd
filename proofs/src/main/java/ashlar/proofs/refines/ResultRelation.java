package ashlar.proofs.refines;

import static ashlar.proofs.refines.SlotRelation.capabilityRelated;

import ashlar.impl.api.Syscall;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.model.machine.Machine;
import ashlar.spec.cspace.CNodeInvocation;
import ashlar.spec.cspace.CNodeInvocation.CancelBadgedSends;
import ashlar.spec.cspace.CNodeInvocation.Delete;
import ashlar.spec.cspace.CNodeInvocation.Insert;
import ashlar.spec.cspace.CNodeInvocation.Move;
import ashlar.spec.cspace.CNodeInvocation.Revoke;
import ashlar.spec.cspace.CNodeInvocation.Rotate;
import ashlar.spec.cspace.CNodeInvocation.SaveCaller;
import ashlar.spec.cspace.Resolved;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.LookupFailure;
import ashlar.spec.state.LookupFailure.DepthMismatch;
import ashlar.spec.state.LookupFailure.GuardMismatch;
import ashlar.spec.state.LookupFailure.InvalidRoot;
import ashlar.spec.state.LookupFailure.MissingCapability;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Result;
import ashlar.spec.state.Result.Err;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.Slot;
import ashlar.spec.state.SyscallError;
import ashlar.spec.state.SyscallError.DeleteFirst;
import ashlar.spec.state.SyscallError.FailedLookup;
import ashlar.spec.state.SyscallError.IllegalOperation;
import ashlar.spec.state.SyscallError.InvalidCapability;
import ashlar.spec.state.SyscallError.RangeError;
import ashlar.spec.syscall.Answer;
import ashlar.spec.syscall.Answer.CapFault;
import ashlar.spec.syscall.Answer.Done;
import ashlar.spec.syscall.Answer.Refused;

/// How the kernel returns a result: what it found, or an error's number, with the words noted in its data.
public final class ResultRelation {
    private ResultRelation() { }

    /// The slot, with the bits that remain, or NULL with the failure.
    static boolean resolvedRelated(Result<Resolved, LookupFailure> result, Machine m, long slot) {
        return switch (result) {
            case Ok(Resolved(var found, var left)) -> slot == found.addr() && slot != KernelPtr.NULL
                && KernelPtr.lookupBitsLeft(m) == left;
            case Err(var failure)                  -> slot == KernelPtr.NULL && failureRelated(failure, m);
        };
    }

    /// The slot, or NULL with the error.
    static boolean slotRelated(Result<Slot, SyscallError> result, Machine m, long slot) {
        return switch (result) {
            case Ok(var found)  -> slot == found.addr() && slot != KernelPtr.NULL;
            case Err(var error) -> slot == KernelPtr.NULL && errorRelated(error, m);
        };
    }

    /// No error and what is to be done, or the error.
    static boolean decodedRelated(Result<CNodeInvocation, SyscallError> result, Machine m, int error) {
        return switch (result) {
            case Ok(var invocation) -> error == ashlar.impl.api.SyscallError.NO_ERROR
                && invocationRelated(invocation, m);
            case Err(var refusal)   -> error == KernelPtr.error(m) && errorRelated(refusal, m);
        };
    }

    /// No error, or the error, or that there was a fault, and which.
    static boolean answerRelated(Answer answer, Machine m, int error) {
        return switch (answer) {
            case Done()                -> error == ashlar.impl.api.SyscallError.NO_ERROR;
            case Refused(var refusal)  -> error == KernelPtr.error(m) && errorRelated(refusal, m);
            case CapFault(var failure) -> error == Syscall.CAP_FAULT && failureRelated(failure, m);
        };
    }

    /// The slots and the capabilities in the making are noted.
    static boolean invocationRelated(CNodeInvocation invocation, Machine m) {
        return switch (invocation) {
            case Insert(var cap, var src, var dest) -> isMade(cap, src, dest, m);
            case Move(var cap, var src, var dest)   -> isMade(cap, src, dest, m);
            case Rotate(var srcCap, var src, var pivotCap, var pivot, var dest) ->
                isMade(srcCap, src, dest, m) && KernelPtr.pivotSlot(m) == pivot.addr()
                && capabilityRelated(pivotCap, m, KernelPtr.NEW_PIVOT_CAP);
            case Revoke(var slot)                   -> KernelPtr.destSlot(m) == slot.addr();
            case Delete(var slot)                   -> KernelPtr.destSlot(m) == slot.addr();
            case SaveCaller(var dest)               -> KernelPtr.destSlot(m) == dest.addr();
            case CancelBadgedSends(var ep, var badge) ->
                isToEndpoint(ep, badge, m, KernelPtr.destSlot(m));
        };
    }

    private static boolean isToEndpoint(Ref<Endpoint> ep, long badge, Machine m, long slot) {
        return CapPtr.type(m, slot) == CapPtr.ENDPOINT && CapPtr.object(m, slot) == ep.addr()
            && CapPtr.data(m, slot) == badge;
    }

    private static boolean isMade(Capability cap, Slot src, Slot dest, Machine m) {
        return capabilityRelated(cap, m, KernelPtr.NEW_CAP) && KernelPtr.sourceSlot(m) == src.addr()
            && KernelPtr.destSlot(m) == dest.addr();
    }

    static boolean failureRelated(LookupFailure failure, Machine m) {
        return switch (failure) {
            case InvalidRoot()               ->
                isLookupFailure(m, ashlar.impl.kernel.LookupFailure.INVALID_ROOT);
            case MissingCapability(var left) ->
                isLookupFailure(m, ashlar.impl.kernel.LookupFailure.MISSING_CAPABILITY)
                && KernelPtr.lookupBitsLeft(m) == left;
            case DepthMismatch(var left, var found) ->
                isLookupFailure(m, ashlar.impl.kernel.LookupFailure.DEPTH_MISMATCH)
                && KernelPtr.lookupBitsLeft(m) == left && KernelPtr.lookupBitsFound(m) == found;
            case GuardMismatch(var left, var guard, var size) ->
                isLookupFailure(m, ashlar.impl.kernel.LookupFailure.GUARD_MISMATCH)
                && KernelPtr.lookupBitsLeft(m) == left && KernelPtr.lookupGuardFound(m) == guard
                && KernelPtr.lookupBitsFound(m) == size;
        };
    }

    private static boolean isLookupFailure(Machine m, int type) {
        return KernelPtr.lookupFailureType(m) == type;
    }

    static boolean errorRelated(SyscallError error, Machine m) {
        return switch (error) {
            case InvalidCapability(var index) -> isError(m, ashlar.impl.api.SyscallError.INVALID_CAPABILITY)
                && KernelPtr.errorIndex(m) == index;
            case IllegalOperation()           -> isError(m, ashlar.impl.api.SyscallError.ILLEGAL_OPERATION);
            case RangeError(var min, var max) -> isError(m, ashlar.impl.api.SyscallError.RANGE_ERROR)
                && KernelPtr.errorMin(m) == min && KernelPtr.errorMax(m) == max;
            case FailedLookup(var isSource, var failure) ->
                isError(m, ashlar.impl.api.SyscallError.FAILED_LOOKUP)
                && KernelPtr.errorIsSource(m) == isSource && failureRelated(failure, m);
            case DeleteFirst()                -> isError(m, ashlar.impl.api.SyscallError.DELETE_FIRST);
        };
    }

    private static boolean isError(Machine m, int error) {
        return KernelPtr.error(m) == error;
    }
}
