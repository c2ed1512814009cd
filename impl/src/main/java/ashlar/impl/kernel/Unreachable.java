package ashlar.impl.kernel;

/// A state that an invariant rules out.
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Unreachable(String why) {
        super(why);
    }

    /// @param why the invariant, in words
    public static Unreachable unreachable(String why) {
        return new Unreachable(why);
    }
}
