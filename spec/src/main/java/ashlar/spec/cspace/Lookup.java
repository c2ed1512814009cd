package ashlar.spec.cspace;

import static ashlar.model.word.Word.bits;

import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.LookupFailure;
import ashlar.spec.state.LookupFailure.DepthMismatch;
import ashlar.spec.state.LookupFailure.GuardMismatch;
import ashlar.spec.state.LookupFailure.InvalidRoot;
import ashlar.spec.state.Result;
import ashlar.spec.state.Result.Err;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.SyscallError;
import ashlar.spec.state.SyscallError.FailedLookup;
import ashlar.spec.state.SyscallError.RangeError;

/// From capability addresses to slots: seL4 manual ch. 3 "Capability Addressing".
public final class Lookup {
    private static final long WORD_BITS = 64;

    private Lookup() { }

    /// The slot that the lowest depthBits bits of cptr lead to from cap. Each CNode on the way takes its
    /// guard and its index from the top; where no CNode follows, the bits that are left remain.
    /// @param depthBits 0 to 64
    /// @return InvalidRoot if cap is no CNode; GuardMismatch or DepthMismatch at the first CNode that the
    ///         bits do not fit
    public static Result<Resolved, LookupFailure> resolve(State s, Capability cap, long cptr,
        long depthBits) {
        return cap instanceof CNodeCap node ? resolveFrom(s, node, cptr, depthBits)
             : new Err<>(new InvalidRoot());
    }

    /// As `resolve`, from a CNode.
    public static Result<Resolved, LookupFailure> resolveFrom(State s, CNodeCap node, long cptr,
        long depthBits) {
        long levelBits = node.guardSize() + node.radixBits();
        if (!guardMatches(node, cptr, depthBits))
            return new Err<>(new GuardMismatch(depthBits, node.guard(), node.guardSize()));
        if (levelBits > depthBits) return new Err<>(new DepthMismatch(depthBits, levelBits));
        long left = depthBits - levelBits;
        var slot = Slots.ofCNode(node.cnode(), bits(cptr, left + node.radixBits() - 1, left));
        return left > 0 && s.capability(slot) instanceof CNodeCap next ? resolveFrom(s, next, cptr, left)
             : new Ok<>(new Resolved(slot, left));
    }

    private static boolean guardMatches(CNodeCap node, long cptr, long depthBits) {
        return node.guardSize() <= depthBits
            && bits(cptr, depthBits - 1, depthBits - node.guardSize()) == node.guard();
    }

    /// The slot that a CNode operation is to work on.
    /// @param isSource whether it is a source of the operation
    /// @return FailedLookup if root is no CNode; RangeError for depthBits; FailedLookup if the address leads
    ///         nowhere or does not end at a slot
    public static Result<Slot, SyscallError> slot(State s, Capability root, long cptr, long depthBits,
        boolean isSource) {
        if (!(root instanceof CNodeCap)) return new Err<>(new FailedLookup(isSource, new InvalidRoot()));
        if (depthBits < 1 || depthBits > WORD_BITS) return new Err<>(new RangeError(1, WORD_BITS));
        return switch (resolve(s, root, cptr, depthBits)) {
            case Err(var failure)                -> new Err<>(new FailedLookup(isSource, failure));
            case Ok(Resolved(var slot, var left)) -> left == 0 ? new Ok<>(slot)
                : new Err<>(new FailedLookup(isSource, new DepthMismatch(left, 0)));
        };
    }
}
