package ashlar.refinement.term;

/// Formulas grew for longer than they may.
public final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTime() {
        super("the formulas take too long to build", null, false, false);
    }
}
