package ashlar.refinement.check;

/// Hears of obligations as they are begun and done; not always on the same thread.
public interface Listener {
    default void started(String id) { }

    /// Something about the whole run that whoever started it will want to read.
    default void note(String line) { }

    void finished(Result result, int done, int total);
}
