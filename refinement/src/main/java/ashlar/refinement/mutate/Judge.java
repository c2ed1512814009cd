package ashlar.refinement.mutate;

import java.util.Optional;

/// Judges mutants, by what is cheap first.
final class Judge {
    private final Trials trials;

    Judge(Trials trials) {
        this.trials = trials;
    }

    Judgement of(Mutant mutant) {
        long start = System.nanoTime();
        Trial trial = new Trial(trials, mutant);
        Optional<Breach> breach = trial.known();
        if (breach.isPresent()) return Judgement.killed(mutant, breach.get(), since(start));
        return Judgement.of(mutant, Status.UNKNOWN, "", trials.samples(mutant).size() + " obligations tried",
            since(start));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
