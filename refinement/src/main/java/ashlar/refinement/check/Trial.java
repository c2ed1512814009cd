package ashlar.refinement.check;

import ashlar.refinement.api.Claims;
import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Sampler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Runs an obligation on the JVM on states that a sampler makes.
/// @param witness        whether some state satisfied the assumptions
/// @param counterexample the smallest state found on which the obligation fails
public record Trial(boolean witness, Optional<Counterexample> counterexample) {
    private static final int LARGEST = 8;

    /// What one run came to.
    private enum Outcome { HELD, ASSUMED_AWAY, FAILED }

    /// Tries states, small ones first, until one fails.
    /// @param tries for each size
    public static Trial of(Method obligation, Sampler sampler, int tries, long seed) {
        boolean witness = false;
        for (int size = 1; size <= LARGEST; size++) {
            SplittableRandom seeds = new SplittableRandom(seed + size);
            for (int i = 0; i < tries; i++) {
                Attempt attempt = attempt(obligation, sampler, seeds.nextLong() & -LARGEST | size - 1);
                witness |= attempt.outcome != Outcome.ASSUMED_AWAY;
                if (attempt.outcome == Outcome.FAILED) return new Trial(true, attempt.counterexample);
            }
        }
        return new Trial(witness, Optional.empty());
    }

    /// Runs on the arguments that seed makes.
    static Optional<Counterexample> replay(Method obligation, Sampler sampler, long seed) {
        return attempt(obligation, sampler, seed).counterexample;
    }

    /// The arguments that seed makes; its lowest three bits are the size less one.
    static Object[] arguments(Method obligation, Sampler sampler, long seed) {
        int size = 1 + (int) (seed & LARGEST - 1);
        return sampler.arguments(obligation, size, new SplittableRandom(seed));
    }

    private record Attempt(Outcome outcome, Optional<Counterexample> counterexample) {
        Attempt(Outcome outcome) {
            this(outcome, Optional.empty());
        }
    }

    private static Attempt attempt(Method obligation, Sampler sampler, long seed) {
        obligation.setAccessible(true);
        Object[] before = arguments(obligation, sampler, seed);
        Object[] after = sampler.copy(before);
        try {
            obligation.invoke(null, after);
            return new Attempt(Outcome.HELD);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Claims.Assumed) return new Attempt(Outcome.ASSUMED_AWAY);
            List<String> input = sampler.describe(obligation, before, after).lines().toList();
            return new Attempt(Outcome.FAILED, Optional.of(new Counterexample(where(obligation, cause),
                cause instanceof Claims.Broken ? "prove(…) is false" : "raises " + cause, input, List.of(),
                List.of(), seed)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String where(Method obligation, Throwable cause) {
        for (StackTraceElement e : cause.getStackTrace()) {
            if (e.getClassName().equals(obligation.getDeclaringClass().getName()))
                return e.getFileName() + ":" + e.getLineNumber();
        }
        return "";
    }
}
