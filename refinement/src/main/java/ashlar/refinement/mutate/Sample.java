package ashlar.refinement.mutate;

import ashlar.refinement.api.Sampler;
import ashlar.refinement.report.Seed;
import java.lang.reflect.Method;
import java.util.BitSet;

/// Arguments on which an obligation holds.
final class Sample {
    private final Method obligation;
    private final Sampler sampler;
    private final long seed;
    private final BitSet lines;
    private final long steps;
    private Object[] arguments;

    /// @param seed  makes the arguments
    /// @param lines the lines that the run passes, by number
    /// @param steps branches and calls of the run
    Sample(Method obligation, Sampler sampler, long seed, BitSet lines, long steps) {
        this.obligation = obligation;
        this.sampler = sampler;
        this.seed = seed;
        this.lines = lines;
        this.steps = steps;
    }

    long seed() {
        return seed;
    }

    BitSet lines() {
        return lines;
    }

    long steps() {
        return steps;
    }

    /// The arguments; whoever runs something on them takes a copy.
    synchronized Object[] arguments() {
        if (arguments == null) arguments = Seed.arguments(obligation, sampler, seed);
        return arguments;
    }
}
