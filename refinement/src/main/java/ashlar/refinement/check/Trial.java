package ashlar.refinement.check;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import ashlar.refinement.check.Outcome.Refutation;
import ashlar.refinement.report.Seed;
import ashlar.refinement.report.Shrink;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Runs an obligation on the JVM on states that a sampler makes.
/// @param witness    whether some state satisfied the assumptions
/// @param refutation the smallest state found on which the obligation fails, and how
public record Trial(boolean witness, Optional<Refutation> refutation) {
    /// Tries states, small ones first, until one fails. If the sampler raises an exception for some of them,
    /// the others are tried; if for all, the exception is raised.
    /// @param tries for each size
    public static Trial of(Method obligation, Sampler sampler, int tries, long seed) {
        obligation.setAccessible(true);
        boolean witness = false;
        boolean hasState = false;
        for (int size = 1; size <= Seed.LARGEST_SIZE; size++) {
            SplittableRandom seeds = new SplittableRandom(seed + size);
            for (int i = 0; i < tries; i++) {
                long s = Seed.ofSize(size, seeds.nextLong());
                Optional<Object[]> made = Seed.possibleArguments(obligation, sampler, s);
                if (made.isEmpty()) continue;
                hasState = true;
                switch (Attempt.of(obligation, sampler, made.get())) {
                    case Attempt.AssumedAway() -> { }
                    case Attempt.Held()        -> witness = true;
                    case Attempt.Failed failed -> {
                        return new Trial(true, Optional.of(refutation(failed, sampler, made.get(), s)));
                    }
                }
            }
        }
        if (!hasState) {
            long first = Seed.ofSize(1, new SplittableRandom(seed + 1).nextLong());
            var _ = Seed.arguments(obligation, sampler, first);
        }
        return new Trial(witness, Optional.empty());
    }

    /// This trial with a smaller counterexample, if there is one, and a picture of what goes wrong.
    Trial pictured(Suite suite, Method obligation) {
        if (refutation.isEmpty() || refutation.get().kind() == Kind.FRAME) return this;
        Refutation found = refutation.get();
        return new Trial(witness, Optional.of(new Refutation(found.kind(),
            Shrink.of(suite, obligation, found.counterexample().seed()).orElse(found.counterexample()))));
    }

    private static Refutation refutation(Attempt.Failed failed, Sampler sampler, Object[] before, long seed) {
        return new Refutation(failed.kind(), new Counterexample(failed.where(), failed.what(), List.of(),
            sampler.picture("before", before), List.of(), seed));
    }
}
