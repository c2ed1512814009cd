package ashlar.refinement.mutate;

import ashlar.refinement.api.Sampler;
import ashlar.refinement.check.Attempt;
import ashlar.refinement.report.Seed;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Arguments on which obligations hold, chosen such that each line that one can run is run by some.
final class Samples {
    private static final long MOST_STEPS = 50_000_000;
    private static final int PER_LINE = 4;
    private static final int IDLE_ROUNDS = 3;
    private static final int MOST_ROUNDS = 60;
    private static final long SEED = 1;

    private final Method obligation;
    private final Sampler sampler;
    private final Map<Integer, Integer> runs = new HashMap<>();
    private final List<Sample> chosen = new ArrayList<>();

    private Samples(Method obligation, Sampler sampler) {
        this.obligation = obligation;
        this.sampler = sampler;
    }

    /// Those of an obligation in metered classes: each runs a line that few before it do. Rounds of all sizes
    /// of states are tried until several in a row make none.
    static List<Sample> of(Method obligation, Sampler sampler) {
        var samples = new Samples(obligation, sampler);
        SplittableRandom seeds = new SplittableRandom(SEED);
        int idle = 0;
        for (int round = 0; round < MOST_ROUNDS && idle < IDLE_ROUNDS; round++) {
            int before = samples.chosen.size();
            for (int size = 1; size <= Seed.LARGEST_SIZE; size++)
                samples.attempt(Seed.ofSize(size, seeds.nextLong()));
            boolean isIdle = samples.chosen.size() == before && before > 0;
            idle = isIdle ? idle + 1 : 0;
        }
        return samples.chosen;
    }

    private void attempt(long seed) {
        Meter meter = Meter.current();
        meter.allow(MOST_STEPS);
        var made = Seed.possibleArguments(obligation, sampler, seed);
        if (made.isEmpty()) return;
        meter.allow(MOST_STEPS);
        if (!(Attempt.of(obligation, sampler, made.get()) instanceof Attempt.Held)) return;
        BitSet lines = meter.seen();
        if (lines.stream().noneMatch(l -> runs.getOrDefault(l, 0) < PER_LINE)) return;
        lines.stream().forEach(l -> runs.merge(l, 1, Integer::sum));
        chosen.add(new Sample(obligation, sampler, seed, lines, MOST_STEPS - meter.left()));
    }
}
