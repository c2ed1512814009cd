package ashlar.refinement.report;

import ashlar.refinement.api.Sampler;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.SplittableRandom;

/// Seeds of arguments. Their lowest three bits are the size of the state less one.
public final class Seed {
    public static final int LARGEST_SIZE = 8;

    private Seed() { }

    /// A seed whose size is size, from 1 to 8; random decides the other bits.
    public static long ofSize(int size, long random) {
        return random & -LARGEST_SIZE | size - 1;
    }

    public static int size(long seed) {
        return 1 + (int) (seed & LARGEST_SIZE - 1);
    }

    /// The arguments that seed makes for obligation; none if the sampler raises an exception. A sampler that
    /// makes states by what the suite specifies may, where the specification is wrong.
    public static Optional<Object[]> possibleArguments(Method obligation, Sampler sampler, long seed) {
        try {
            return Optional.of(arguments(obligation, sampler, seed));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /// The arguments that seed makes for obligation.
    public static Object[] arguments(Method obligation, Sampler sampler, long seed) {
        return sampler.arguments(obligation, size(seed), new SplittableRandom(seed));
    }
}
