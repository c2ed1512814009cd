package ashlar.impl.layout;

/// A capability slot, 32 bytes: a capability (`CapPtr`) and its node in the derivation list (`MdbPtr`).
public final class CtePtr {
    public static final long SIZE_BITS = 5;

    /// Slot number index of the CNode, or of the thread, at cnode.
    public static long at(long cnode, long index) {
        return cnode + (index << SIZE_BITS);
    }

    private CtePtr() { }
}
