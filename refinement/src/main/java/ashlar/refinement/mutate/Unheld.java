package ashlar.refinement.mutate;

/// A field of memory does not give back what was just stored in it.
public final class Unheld extends Error {
    private static final long serialVersionUID = 1;

    Unheld(String what) {
        super(what, null, false, false);
    }
}
