package ashlar.refinement.check;

/// Hears of results as they come.
public interface Listener {
    void finished(Result result, int done, int total);
}
