package ashlar.spec.cspace;

import ashlar.spec.state.Capability;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;

/// What a CNode operation, once checked, is to do.
public sealed interface CNodeInvocation {
    /// Copy and Mint: cap, made from src, is put into dest.
    record Insert(Capability cap, Slot src, Slot dest) implements CNodeInvocation { }

    /// Move and Mutate: cap leaves src for dest.
    record Move(Capability cap, Slot src, Slot dest) implements CNodeInvocation { }

    /// srcCap leaves src for pivot, and pivotCap leaves pivot for dest, which may be src.
    record Rotate(Capability srcCap, Slot src, Capability pivotCap, Slot pivot, Slot dest)
        implements CNodeInvocation { }

    record Revoke(Slot slot) implements CNodeInvocation { }

    record Delete(Slot slot) implements CNodeInvocation { }

    record CancelBadgedSends(Ref<Endpoint> ep, long badge) implements CNodeInvocation { }

    record SaveCaller(Slot dest) implements CNodeInvocation { }
}
