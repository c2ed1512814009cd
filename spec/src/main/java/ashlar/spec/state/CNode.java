package ashlar.spec.state;

/// A CNode: a power of two of capability slots, one after the other.
public final class CNode {
    private CNode() { }
}
