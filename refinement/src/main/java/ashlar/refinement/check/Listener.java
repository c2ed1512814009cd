package ashlar.refinement.check;

/// Hears of obligations as they are begun and done; not always on the same thread.
public interface Listener {
    default void started(String id) { }

    void finished(Result result, int done, int total);
}
