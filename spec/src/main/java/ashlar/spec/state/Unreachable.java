package ashlar.spec.state;

/// An invariant says that this does not happen.
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param invariant the name of the invariant
    public Unreachable(String invariant) {
        super(invariant);
    }
}
