package ashlar.refinement.report;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Suite;
import ashlar.refinement.lift.ClassSource;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// Looks for a smaller counterexample than the one at hand.
public final class Shrink {
    private static final int TRIES = 400;

    /// @param parts   how many parts the state has, and the other arguments
    /// @param letters how long they are in words
    private record Candidate(long seed, int parts, int letters) {
        static Candidate of(Replay replay, long seed) {
            List<String> words = replay.arguments(seed);
            return new Candidate(seed, words.size(), words.stream().mapToInt(String::length).sum());
        }
    }

    private Shrink() { }

    /// Of the seeds that break obligation, among seed itself and a fixed number of others whose sizes are not
    /// above its own, the one with the fewest parts of a state, then with the shortest words.
    public static Optional<Counterexample> of(Suite suite, Method obligation, long seed) {
        return of(new Replay(suite, obligation, ClassSource.of(suite.getClass().getClassLoader())), seed);
    }

    /// As above, for an obligation that is loaded already.
    static Optional<Counterexample> of(Replay replay, long seed) {
        LongStream others = new SplittableRandom(seed).longs(TRIES).map(r -> Seed.ofSize(size(r, seed), r));
        return LongStream.concat(LongStream.of(seed), others).filter(replay::fails)
            .mapToObj(s -> Candidate.of(replay, s))
            .min(Comparator.comparingInt(Candidate::parts).thenComparingInt(Candidate::letters))
            .flatMap(c -> replay.on(c.seed));
    }

    private static int size(long random, long largest) {
        return 1 + (int) Long.remainderUnsigned(random >>> 3, Seed.size(largest));
    }
}
