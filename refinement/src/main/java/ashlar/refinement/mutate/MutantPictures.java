package ashlar.refinement.mutate;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Suite;
import ashlar.refinement.check.Checker;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.report.Replay;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The two states of the runs that kill mutants: each run is made again, with its steps told. None of a run
/// that does not end, and of one in a state that the sampler does not make.
public final class MutantPictures implements Function<Judgement, Optional<Counterexample>> {
    private final Suite suite;
    private final ClassSource source;
    private final Map<String, Method> obligations;

    public MutantPictures(Suite suite) {
        this.suite = suite;
        this.source = ClassSource.of(suite.getClass().getClassLoader());
        this.obligations = Checker.obligations(suite).stream().collect(Collectors.toMap(Checker::id, m -> m));
    }

    @Override public Optional<Counterexample> apply(Judgement j) {
        return j.breach().filter(this::isShown).flatMap(b -> picture(j.mutant(), b));
    }

    private boolean isShown(Breach b) {
        return b.kind() != Kind.LAYOUT && !b.isPerturbed() && !b.what().startsWith(Trial.ENDLESS)
            && obligations.containsKey(b.obligation());
    }

    private Optional<Counterexample> picture(Mutant mutant, Breach b) {
        ClassSource mutated = source.with(Map.of(mutant.owner(), mutant.bytes()));
        return new Replay(suite, obligations.get(b.obligation()), mutated).on(b.seed());
    }
}
