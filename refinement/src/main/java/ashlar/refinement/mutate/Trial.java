package ashlar.refinement.mutate;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.check.Attempt;
import ashlar.refinement.report.Seed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// Obligations run on the JVM with one mutant in place of the original.
final class Trial {
    /// How a run is told of that does not end.
    static final String ENDLESS = "does not end";

    private static final int NEAR = 16;
    private static final int MOST_ROUNDS = 2_000;
    private static final int FIRST = 2;
    private static final int LONGER = 20;
    private static final long AT_LEAST = 100_000;
    private static final long EARLIER = 10_000_000;

    private final Trials trials;
    private final Mutant mutant;
    private final Anew loader;
    private final Map<Exercise, Method> methods = new HashMap<>();
    private final Set<Exercise> witnessed = new HashSet<>();
    private Sampler own;
    private long taken;

    Trial(Trials trials, Mutant mutant) {
        this.trials = trials;
        this.mutant = mutant;
        var program = trials.program;
        this.loader = new Anew(trials.base, program.withUsers(List.of(mutant.className())), name ->
            name.equals(mutant.className()) ? program.metered.steps(mutant.bytes()) : program.counting(name));
    }

    /// Tries arguments known to run the mutant's line: a few for each obligation that is near, then the
    /// others.
    Optional<Breach> known() {
        Predicate<Sample> passes = trials.passes(mutant);
        List<Exercise> near = trials.reaching(mutant.key()).stream().limit(NEAR).toList();
        Optional<Breach> found = near.stream()
            .flatMap(e -> e.samples().stream().filter(passes).limit(FIRST).flatMap(s -> tried(e, s).stream()))
            .findFirst();
        return found.isPresent() ? found : near.stream()
            .flatMap(e -> e.samples().stream().filter(passes).skip(FIRST).flatMap(s -> tried(e, s).stream()))
            .findFirst();
    }

    /// Tries other arguments, half of them in states that the sampler does not make.
    /// @param steps branches and calls, after which no more are begun
    Optional<Breach> others(Exercise e, long steps) {
        long budget = LONGER * e.mostSteps() + AT_LEAST;
        SplittableRandom seeds = new SplittableRandom(mutant.id().hashCode() + steps);
        long left = steps;
        for (int i = 0; i < MOST_ROUNDS && left > 0; i++) {
            for (int size = 1; size <= Seed.LARGEST_SIZE; size++) {
                Optional<Breach> found = drawn(e, Seed.ofSize(size, seeds.nextLong()), i % 2 == 1, budget);
                if (found.isPresent()) return found;
                left -= taken;
            }
        }
        return Optional.empty();
    }

    /// Tries the arguments that broke an obligation earlier.
    Optional<Breach> again(Exercise e, Breach earlier) {
        return drawn(e, earlier.seed(), earlier.isPerturbed(), EARLIER);
    }

    private Optional<Breach> drawn(Exercise e, long seed, boolean isPerturbed, long budget) {
        Meter.current().allow(Long.MAX_VALUE);
        var made = Seed.possibleArguments(e.obligation(), trials.suite.sampler(), seed);
        taken = Long.MAX_VALUE - Meter.current().left();
        if (made.isEmpty()) return Optional.empty();
        if (isPerturbed) Perturbation.of(made.get(), seed);
        return tried(e, seed, made.get(), budget).map(b -> isPerturbed ? b.perturbed() : b);
    }

    /// That an obligation has become vacuous: none of the arguments tried satisfies what it assumes any more.
    Optional<Breach> vacuous(Exercise e) {
        if (witnessed.contains(e) || e.samples().isEmpty()) return Optional.empty();
        e.samples().forEach(s -> tried(e, s));
        if (witnessed.contains(e)) return Optional.empty();
        return Optional.of(new Breach(e.id(), Kind.REFINES, e.obligation().getName(),
            "is vacuous: none of " + e.samples().size() + " states satisfies what it assumes any more",
            e.samples().getFirst().seed(), false));
    }

    /// The mutated class as it is loaded here.
    Class<?> mutated() {
        try {
            return loader.loadClass(mutant.className());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The class with this name as this loader sees it.
    Class<?> seen(Class<?> original) {
        try {
            return loader.loadClass(original.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Breach> tried(Exercise e, Sample s) {
        Meter.current().allow(Long.MAX_VALUE);
        return tried(e, s.seed(), s.arguments(), LONGER * s.steps() + AT_LEAST);
    }

    private Optional<Breach> tried(Exercise e, long seed, Object[] arguments, long budget) {
        Method m = methods.computeIfAbsent(e, _ -> loader.counterpart(e.obligation()));
        boolean isShared = Arrays.stream(m.getParameterTypes()).allMatch(loader::isShared);
        Meter meter = Meter.current();
        meter.allow(budget);
        try {
            Sampler sampler = isShared ? trials.suite.sampler() : own();
            Object[] before = isShared ? arguments : Seed.possibleArguments(m, sampler, seed).orElse(null);
            if (before == null) return Optional.empty();
            meter.allow(budget);
            return switch (Attempt.of(m, sampler, before)) {
                case Attempt.Failed f      -> Optional.of(breach(e, f, seed, budget));
                case Attempt.Held()        -> {
                    witnessed.add(e);
                    yield Optional.empty();
                }
                case Attempt.AssumedAway() -> Optional.empty();
            };
        } catch (Endless _) {
            return Optional.empty();
        } finally {
            taken += budget - meter.left();
            meter.allow(Long.MAX_VALUE);
        }
    }

    private Sampler own() {
        if (own == null) own = loader.suite(trials.suite.getClass().getName()).sampler();
        return own;
    }

    private static Breach breach(Exercise e, Attempt.Failed f, long seed, long budget) {
        if (f.what().contains(Endless.class.getName())) {
            return new Breach(e.id(), Kind.TOTAL, f.where(), ENDLESS + " within " + budget
                + " steps; the original ends within " + (budget - AT_LEAST) / LONGER, seed, false);
        }
        String unheld = Unheld.class.getName() + ": ";
        int at = f.what().indexOf(unheld);
        if (at < 0) return new Breach(e.id(), f.kind(), f.where(), f.what(), seed, false);
        return new Breach(e.id(), Kind.FRAME, f.where(), f.what().substring(at + unheld.length()), seed,
            false);
    }
}
