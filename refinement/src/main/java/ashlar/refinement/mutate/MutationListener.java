package ashlar.refinement.mutate;

/// Hears of mutants as they are judged; not always on the same thread.
public interface MutationListener {
    /// A part of the run begins.
    default void phase(String what) { }

    void judged(Judgement judgement, int done, int total);
}
