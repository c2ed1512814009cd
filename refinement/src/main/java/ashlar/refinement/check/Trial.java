package ashlar.refinement.check;

import ashlar.refinement.api.Claims;
import ashlar.refinement.api.Sampler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.SplittableRandom;

/// Runs an obligation on the JVM on states that a sampler makes.
/// @param witness        whether some state satisfied the assumptions
/// @param counterexample the smallest state found on which the obligation fails
public record Trial(boolean witness, Optional<String> counterexample) {
    private static final int LARGEST = 8;

    /// What one run came to.
    private enum Outcome { HELD, ASSUMED_AWAY, FAILED }

    /// Tries states, small ones first, until one fails.
    /// @param tries for each size
    public static Trial of(Method obligation, Sampler sampler, int tries, long seed) {
        obligation.setAccessible(true);
        boolean witness = false;
        for (int size = 1; size <= LARGEST; size++) {
            SplittableRandom random = new SplittableRandom(seed + size);
            for (int i = 0; i < tries; i++) {
                Object[] before = sampler.arguments(obligation, size, random);
                Object[] after = sampler.copy(before);
                Attempt attempt = attempt(obligation, after);
                witness |= attempt.outcome != Outcome.ASSUMED_AWAY;
                if (attempt.outcome == Outcome.FAILED) {
                    return new Trial(true,
                        Optional.of(attempt.why + "\n" + sampler.describe(obligation, before, after)));
                }
            }
        }
        return new Trial(witness, Optional.empty());
    }

    private record Attempt(Outcome outcome, String why) { }

    private static Attempt attempt(Method obligation, Object[] arguments) {
        try {
            obligation.invoke(null, arguments);
            return new Attempt(Outcome.HELD, "");
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Claims.Assumed) return new Attempt(Outcome.ASSUMED_AWAY, "");
            return new Attempt(Outcome.FAILED, cause instanceof Claims.Broken ? "prove(…) is false"
                : "raises " + cause);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
