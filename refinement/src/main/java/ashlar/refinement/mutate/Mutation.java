package ashlar.refinement.mutate;

import ashlar.refinement.api.Suite;
import ashlar.refinement.check.Reproof;
import ashlar.refinement.lift.ClassSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Makes mutants of what a suite is about, and judges them.
public final class Mutation {
    private static final int AT_A_TIME = 50;

    private final Suite suite;
    private final MutationOptions options;
    private final Program program;

    private Mutation(Suite suite, MutationOptions options) {
        this.suite = suite;
        this.options = options;
        this.program = new Program(suite, ClassSource.of(suite.getClass().getClassLoader()));
    }

    /// The mutants that options select.
    public static List<Mutant> list(Suite suite, MutationOptions options) {
        return new Mutation(suite, options).mutants();
    }

    /// Judges the mutants that options select, in parallel; results in the order of classes and lines.
    /// @param suite its class has a public constructor without parameters
    public static List<Judgement> run(Suite suite, MutationOptions options, MutationListener listener) {
        return new Mutation(suite, options).all(listener);
    }

    private boolean isMutated(String className) {
        boolean isOnTrial = suite.isOnTrial(className.replace('.', '/'));
        return options.specification()
            ? !isOnTrial && !className.startsWith(suite.getClass().getPackageName() + ".") : isOnTrial;
    }

    private List<Mutant> mutants() {
        List<String> names = program.classes().stream().filter(this::isMutated).toList();
        return new Mutants(options.operators(), program.source()).of(names).filter(this::isSelected)
            .filter(options.wanted()).toList();
    }

    private boolean isSelected(Mutant m) {
        String name = m.className().substring(m.className().lastIndexOf('.') + 1) + "." + m.method();
        return options.globs().isEmpty() || options.globs().stream()
            .anyMatch(g -> name.matches("\\Q" + g.replace("*", "\\E.*\\Q") + "\\E"));
    }

    private List<Judgement> all(MutationListener listener) {
        listener.phase("making mutants");
        List<Mutant> mutants = mutants();
        try (Work work = new Work(options.jobs())) {
            var kept = new Kept(options.cache().map(c -> c.resolve("mutants")), options.noCache(),
                Reproof.engine(suite), program.source());
            Trials trials = Trials.of(program, suite, this::isMutated, kept);
            Memory memory = new Memory(suite, trials, kept);
            var judge = new Judge(suite, trials, memory, options.seconds());
            listener.phase("judging");
            List<Judgement> judged = new ArrayList<>();
            AtomicInteger done = new AtomicInteger();
            work.each(mutants, m -> {
                Judgement j = judge.of(m);
                synchronized (judged) {
                    judged.add(j);
                }
                listener.judged(j, done.incrementAndGet(), mutants.size());
                if (done.get() % AT_A_TIME == 0) memory.save();
            });
            memory.save();
            return judged.stream().sorted(Comparator.comparing((Judgement j) -> j.mutant().className())
                .thenComparingInt(j -> j.mutant().line()).thenComparing(j -> j.mutant().id())).toList();
        }
    }
}
