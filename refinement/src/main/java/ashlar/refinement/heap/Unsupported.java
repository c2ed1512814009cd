package ashlar.refinement.heap;

/// The program uses what the engine does not understand. The message says where and what; nothing is guessed.
public final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unsupported(String what) {
        super(what);
    }
}
