package ashlar.spec.cspace;

import static ashlar.spec.cspace.Capabilities.derive;
import static ashlar.spec.cspace.Capabilities.isNull;
import static ashlar.spec.cspace.Capabilities.maskRights;
import static ashlar.spec.cspace.Capabilities.withData;
import static ashlar.spec.cspace.Derivation.empty;
import static ashlar.spec.cspace.Derivation.firstDescendant;
import static ashlar.spec.cspace.Derivation.isFinal;

import ashlar.model.collection.Option.None;
import ashlar.model.collection.Option.Some;
import ashlar.spec.cspace.CNodeInvocation.CancelBadgedSends;
import ashlar.spec.cspace.CNodeInvocation.Delete;
import ashlar.spec.cspace.CNodeInvocation.Insert;
import ashlar.spec.cspace.CNodeInvocation.Move;
import ashlar.spec.cspace.CNodeInvocation.Revoke;
import ashlar.spec.cspace.CNodeInvocation.Rotate;
import ashlar.spec.cspace.CNodeInvocation.SaveCaller;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.LookupFailure.MissingCapability;
import ashlar.spec.state.Result;
import ashlar.spec.state.Result.Err;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.Rights;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.SyscallError;
import ashlar.spec.state.SyscallError.DeleteFirst;
import ashlar.spec.state.SyscallError.FailedLookup;
import ashlar.spec.state.SyscallError.IllegalOperation;
import ashlar.spec.state.Unreachable;
import ashlar.spec.thread.Threads;

/// CNode operations: seL4 manual ch. 3 "CSpace" and API reference, seL4_CNode.
/// To decode is to check and to say what is to be done; to perform cannot fail.
public final class CNodes {
    /// The two slots of a copy or move: src is full, dest is empty.
    private record Ends(Slot src, Slot dest) { }

    private CNodes() { }

    /// @return the errors of a lookup of dest; DeleteFirst; those of a lookup of src, and FailedLookup if it
    ///         is empty; IllegalOperation if the capability cannot be copied
    public static Result<CNodeInvocation, SyscallError> decodeCopy(State s, SlotAddress dest, SlotAddress src,
        Rights rights) {
        return switch (ends(s, dest, src)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var ends)   -> insert(derive(maskRights(s.capability(ends.src()), rights)), ends);
        };
    }

    /// @param data a badge or a guard
    /// @return as for Copy, and IllegalOperation if the capability cannot have the data
    public static Result<CNodeInvocation, SyscallError> decodeMint(State s, SlotAddress dest, SlotAddress src,
        Rights rights, long data) {
        return switch (ends(s, dest, src)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var ends)   ->
                insert(derive(withData(maskRights(s.capability(ends.src()), rights), data, false)), ends);
        };
    }

    /// @return as for Copy, but all can be moved
    public static Result<CNodeInvocation, SyscallError> decodeMove(State s, SlotAddress dest,
        SlotAddress src) {
        return switch (ends(s, dest, src)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var ends)   -> move(s.capability(ends.src()), ends);
        };
    }

    /// @param data a guard
    /// @return as for Move, and IllegalOperation if the capability cannot have the data
    public static Result<CNodeInvocation, SyscallError> decodeMutate(State s, SlotAddress dest,
        SlotAddress src, long data) {
        return switch (ends(s, dest, src)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var ends)   -> move(withData(s.capability(ends.src()), data, true), ends);
        };
    }

    private static Result<Ends, SyscallError> ends(State s, SlotAddress dest, SlotAddress src) {
        return switch (emptySlot(s, dest)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var to)     -> fullEnds(s, src, to);
        };
    }

    private static Result<Ends, SyscallError> fullEnds(State s, SlotAddress src, Slot dest) {
        return switch (slot(s, src, true)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var from)   -> isNull(s.capability(from)) ? missing(true, src)
                : new Ok<>(new Ends(from, dest));
        };
    }

    private static Result<CNodeInvocation, SyscallError> insert(Capability cap, Ends ends) {
        return isNull(cap) ? new Err<>(new IllegalOperation())
            : new Ok<>(new Insert(cap, ends.src(), ends.dest()));
    }

    private static Result<CNodeInvocation, SyscallError> move(Capability cap, Ends ends) {
        return isNull(cap) ? new Err<>(new IllegalOperation())
            : new Ok<>(new Move(cap, ends.src(), ends.dest()));
    }

    private static Result<Slot, SyscallError> slot(State s, SlotAddress address, boolean isSource) {
        return Lookup.slot(s, address.root(), address.cptr(), address.depthBits(), isSource);
    }

    private static Result<Slot, SyscallError> emptySlot(State s, SlotAddress dest) {
        return switch (slot(s, dest, false)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var slot)   -> isNull(s.capability(slot)) ? new Ok<>(slot) : new Err<>(new DeleteFirst());
        };
    }

    private static <T> Result<T, SyscallError> missing(boolean isSource, SlotAddress address) {
        return new Err<>(new FailedLookup(isSource, new MissingCapability(address.depthBits())));
    }

    /// @return the errors of lookups of dest, src and pivot; IllegalOperation if pivot is one of the others;
    ///         DeleteFirst if dest is full and not src; FailedLookup if src or pivot is empty;
    ///         IllegalOperation if a capability cannot have its data
    public static Result<CNodeInvocation, SyscallError> decodeRotate(State s, Rotation r) {
        return switch (slot(s, r.dest(), false)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var dest)   -> rotateTo(s, r, dest);
        };
    }

    private static Result<CNodeInvocation, SyscallError> rotateTo(State s, Rotation r, Slot dest) {
        return switch (slot(s, r.src(), true)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var src)    -> rotateFrom(s, r, src, dest);
        };
    }

    private static Result<CNodeInvocation, SyscallError> rotateFrom(State s, Rotation r, Slot src,
        Slot dest) {
        return switch (slot(s, r.pivot(), true)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var pivot)  -> rotate(s, r, src, pivot, dest);
        };
    }

    private static Result<CNodeInvocation, SyscallError> rotate(State s, Rotation r, Slot src, Slot pivot,
        Slot dest) {
        if (pivot.equals(src) || pivot.equals(dest)) return new Err<>(new IllegalOperation());
        if (!src.equals(dest) && !isNull(s.capability(dest))) return new Err<>(new DeleteFirst());
        if (isNull(s.capability(src))) return missing(true, r.src());
        if (isNull(s.capability(pivot))) return missing(false, r.pivot());
        var srcCap = withData(s.capability(src), r.srcData(), true);
        var pivotCap = withData(s.capability(pivot), r.pivotData(), true);
        return isNull(srcCap) || isNull(pivotCap) ? new Err<>(new IllegalOperation())
             : new Ok<>(new Rotate(srcCap, src, pivotCap, pivot, dest));
    }

    /// @return the errors of a lookup
    public static Result<CNodeInvocation, SyscallError> decodeRevoke(State s, SlotAddress address) {
        return switch (slot(s, address, false)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var slot)   -> new Ok<>(new Revoke(slot));
        };
    }

    /// @return the errors of a lookup
    public static Result<CNodeInvocation, SyscallError> decodeDelete(State s, SlotAddress address) {
        return switch (slot(s, address, false)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var slot)   -> new Ok<>(new Delete(slot));
        };
    }

    /// @return the errors of a lookup; IllegalOperation unless an endpoint with all rights is there
    public static Result<CNodeInvocation, SyscallError> decodeCancelBadgedSends(State s,
        SlotAddress address) {
        return switch (slot(s, address, false)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var slot)   -> cancelBadgedSends(s.capability(slot));
        };
    }

    private static Result<CNodeInvocation, SyscallError> cancelBadgedSends(Capability cap) {
        return cap instanceof EndpointCap(var ep, var badge, var rights) && rights.isAll()
             ? new Ok<>(new CancelBadgedSends(ep, badge)) : new Err<>(new IllegalOperation());
    }

    /// @return the errors of a lookup; DeleteFirst
    public static Result<CNodeInvocation, SyscallError> decodeSaveCaller(State s, SlotAddress dest) {
        return switch (emptySlot(s, dest)) {
            case Err(var error) -> new Err<>(error);
            case Ok(var slot)   -> new Ok<>(new SaveCaller(slot));
        };
    }

    /// Does what the current thread asked for.
    public static State perform(State s, CNodeInvocation invocation) {
        return switch (invocation) {
            case Insert(var cap, var src, var dest)      -> Derivation.insert(s, cap, src, dest);
            case Move(var cap, var src, var dest)        -> Derivation.move(s, cap, src, dest);
            case Rotate rotate                           -> performRotate(s, rotate);
            case Revoke(var slot)                        -> revoke(s, slot);
            case Delete(var slot)                        -> delete(s, slot);
            case CancelBadgedSends(var ep, var badge)    ->
                badge == 0 ? s : Ipc.cancelBadgedSends(s, ep, badge);
            case SaveCaller(var dest)                    -> saveCaller(s, Slots.caller(s.current()), dest);
        };
    }

    private static State performRotate(State s, Rotate r) {
        if (r.src().equals(r.dest()))
            return Derivation.swap(s, r.srcCap(), r.src(), r.pivotCap(), r.pivot());
        s = Derivation.move(s, r.pivotCap(), r.pivot(), r.dest());
        return Derivation.move(s, r.srcCap(), r.src(), r.pivot());
    }

    private static State saveCaller(State s, Slot caller, Slot dest) {
        return switch (s.capability(caller)) {
            case ReplyCap cap -> Derivation.move(s, cap, caller, dest);
            case NullCap()    -> s;
            default           -> throw new Unreachable("callerSlotsHoldReplies");
        };
    }

    /// slot is empty. With the last capability to an endpoint or notification, its waiters are freed.
    public static State deleteOne(State s, Slot slot) {
        return isNull(s.capability(slot)) ? s : empty(finalise(s, slot), slot);
    }

    /// Without slot's capability nobody could name its object: whoever waits for it is freed.
    public static State finalise(State s, Slot slot) {
        return isFinal(s, slot) ? release(s, s.capability(slot)) : s;
    }

    private static State release(State s, Capability cap) {
        return switch (cap) {
            case EndpointCap(var ep, _, _)       -> Ipc.cancelAll(s, ep);
            case NotificationCap(var ntfn, _, _) ->
                Notifications.cancelAllSignals(Notifications.unbindMaybe(s, ntfn), ntfn);
            default                              -> s;
        };
    }

    /// slot is empty. The last capability to a thread takes the thread out of service.
    public static State delete(State s, Slot slot) {
        if (s.capability(slot) instanceof ThreadCap(var t) && isFinal(s, slot))
            s = Notifications.unbind(Threads.suspend(s, t), t);
        return deleteOne(s, slot);
    }

    /// All that was derived from slot's capability is deleted.
    public static State revoke(State s, Slot slot) {
        return Derivation.hasDescendants(s, slot) ? revoke(revokeStep(s, slot), slot) : s;
    }

    /// The first descendant of slot's capability, if there is one, is deleted.
    public static State revokeStep(State s, Slot slot) {
        return switch (firstDescendant(s, slot)) {
            case Some<Slot>(var first) -> delete(s, first);
            case None<Slot>()          -> s;
        };
    }
}
