package ashlar.refinement.report;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Suite;
import ashlar.refinement.lift.ClassSource;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Looks for a smaller counterexample than the one at hand.
public final class Shrink {
    private static final int TRIES = 160;
    private static final Comparator<Counterexample> ORDER =
        Comparator.<Counterexample>comparingInt(c -> c.rows().size())
            .thenComparingInt(c -> Seed.size(c.seed())).thenComparingInt(Shrink::letters);

    private Shrink() { }

    /// Of the counterexample that seed makes, and of those of its sort (broken claim, exception, stray
    /// store) and not larger that a fixed number of other seeds make: the one with the fewest rows, then the
    /// smallest, then the one with the shortest words.
    public static Optional<Counterexample> of(Suite suite, Method obligation, long seed) {
        return of(new Replay(suite, obligation, ClassSource.of(suite.getClass().getClassLoader())), seed);
    }

    /// As above, for an obligation that is loaded already.
    static Optional<Counterexample> of(Replay replay, long seed) {
        Run first = replay.run(seed);
        if (first.refuted().isEmpty()) return Optional.empty();
        Stream<Run> others = new SplittableRandom(seed).longs(TRIES)
            .mapToObj(random -> replay.possibleRun(Seed.ofSize(size(random, seed), random)))
            .flatMap(Optional::stream);
        return Stream.concat(Stream.of(first), others).filter(r -> r.refuted().equals(first.refuted()))
            .map(replay::counterexample).min(ORDER);
    }

    private static int size(long random, long largest) {
        return 1 + (int) Long.remainderUnsigned(random >>> 3, Seed.size(largest));
    }

    private static int letters(Counterexample c) {
        return c.rows().stream().mapToInt(r -> r.spec().length() + r.kernel().length()).sum()
            + c.input().stream().mapToInt(String::length).sum();
    }
}
