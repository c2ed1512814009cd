package ashlar.refinement.mutate;

/// A run took more steps than it was allowed.
public final class Endless extends Error {
    private static final long serialVersionUID = 1;

    Endless() {
        super("does not end", null, false, false);
    }
}
