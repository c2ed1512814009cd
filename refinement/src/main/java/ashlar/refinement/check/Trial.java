package ashlar.refinement.check;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Claims;
import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import ashlar.refinement.check.Outcome.Refutation;
import ashlar.refinement.report.Seed;
import ashlar.refinement.report.Shrink;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Runs an obligation on the JVM on states that a sampler makes.
/// @param witness    whether some state satisfied the assumptions
/// @param refutation the smallest state found on which the obligation fails, and how
public record Trial(boolean witness, Optional<Refutation> refutation) {
    /// What one run came to: it held, it was outside what is assumed, or it failed.
    private record Attempt(boolean isAssumed, Optional<Refutation> refutation) { }

    private static final Attempt HELD = new Attempt(true, Optional.empty());
    private static final Attempt ASSUMED_AWAY = new Attempt(false, Optional.empty());
    private static final Attempt NO_STATE = new Attempt(false, Optional.empty());

    /// Tries states, small ones first, until one fails. If the sampler raises an exception for some of them,
    /// the others are tried; if for all, the exception is raised.
    /// @param tries for each size
    public static Trial of(Method obligation, Sampler sampler, int tries, long seed) {
        boolean witness = false;
        boolean hasState = false;
        for (int size = 1; size <= Seed.LARGEST_SIZE; size++) {
            SplittableRandom seeds = new SplittableRandom(seed + size);
            for (int i = 0; i < tries; i++) {
                Attempt attempt = attempt(obligation, sampler, Seed.ofSize(size, seeds.nextLong()));
                witness |= attempt.isAssumed;
                hasState |= attempt != NO_STATE;
                if (attempt.refutation.isPresent()) return new Trial(true, attempt.refutation);
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

    private static Attempt attempt(Method obligation, Sampler sampler, long seed) {
        obligation.setAccessible(true);
        Optional<Object[]> made = Seed.possibleArguments(obligation, sampler, seed);
        if (made.isEmpty()) return NO_STATE;
        Object[] before = made.get();
        Object[] after = sampler.copy(before);
        try {
            obligation.invoke(null, after);
            return stray(obligation, sampler, before, after, seed);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Claims.Assumed) return ASSUMED_AWAY;
            return cause instanceof Claims.Broken
                ? failed(Kind.REFINES, where(obligation, cause), "prove(…) is false", sampler, before, seed)
                : failed(Kind.TOTAL, where(obligation, cause), "raises " + cause, sampler, before, seed);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A store outside all objects that exist breaks the frame.
    private static Attempt stray(Method obligation, Sampler sampler, Object[] before, Object[] after,
        long seed) {
        for (int i = 0; i < before.length; i++) {
            if (!(before[i] instanceof Machine was)) continue;
            for (long address : was.differences((Machine) after[i])) {
                if (!sampler.isInObject(before, address)) {
                    return failed(Kind.FRAME, obligation.getName(), "writes to " + Long.toHexString(address)
                        + ", where no object is", sampler, before, seed);
                }
            }
        }
        return HELD;
    }

    private static Attempt failed(Kind kind, String where, String broken, Sampler sampler, Object[] before,
        long seed) {
        var picture =
            new Counterexample(where, broken, List.of(), sampler.picture("before", before), List.of(), seed);
        return new Attempt(true, Optional.of(new Refutation(kind, picture)));
    }

    private static String where(Method obligation, Throwable cause) {
        for (StackTraceElement e : cause.getStackTrace()) {
            if (e.getClassName().equals(obligation.getDeclaringClass().getName()))
                return e.getFileName() + ":" + e.getLineNumber();
        }
        return "";
    }
}
