package ashlar.refinement.mutate;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Suite;
import ashlar.refinement.check.Reproof;
import ashlar.refinement.check.Sameness;
import ashlar.refinement.layout.LayoutTrial;
import ashlar.refinement.lift.ClassSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Judges mutants, by what is cheap first: runs on the JVM, a comparison with the original, proofs.
final class Judge {
    private static final long SOME_STEPS = 1_000_000;
    private static final long MANY_STEPS = 30_000_000;
    private static final int NEAREST = 4;
    private static final int SHOWN = 300;

    private final Suite suite;
    private final Trials trials;
    private final double seconds;
    private final ClassSource source;
    private final Map<String, String> contracts;
    private final Relation relation;
    private final Memory memory;
    private final Map<String, Reproof> originals = new ConcurrentHashMap<>();

    /// @param suite   with the classes that its obligations are proved of
    /// @param seconds limit for each question to the solver
    Judge(Suite suite, Trials trials, Memory memory, double seconds) {
        this.memory = memory;
        this.suite = suite;
        this.trials = trials;
        this.seconds = seconds;
        this.source = trials.program.source();
        this.contracts = Reproof.contracts(suite, source);
        this.relation = new Relation(trials, suite);
    }

    Judgement of(Mutant mutant) {
        Optional<Judgement> known = memory.find(mutant);
        if (known.isPresent()) return known.get();
        long start = System.nanoTime();
        Case c = new Case(mutant);
        Judgement j = judged(c).lasting((System.nanoTime() - start) / 1e9);
        memory.add(j);
        return j;
    }

    private static Judgement judged(Case c) {
        try {
            return c.again().or(c::judgedByRuns).orElseGet(c::judged);
        } catch (VerifyError e) {
            return Judgement.of(c.mutant, Status.UNKNOWN, "", "the JVM does not load it: " + e.getMessage());
        }
    }

    /// One mutant.
    private final class Case {
        private final Mutant mutant;
        private final Trial trial;
        private final ClassSource mutated;

        Case(Mutant mutant) {
            this.mutant = mutant;
            this.trial = new Trial(trials, mutant);
            this.mutated = source.with(Map.of(mutant.owner(), mutant.bytes()));
        }

        /// By the run that killed it earlier.
        Optional<Judgement> again() {
            return memory.earlier(mutant).flatMap(b -> trials.exercise(b.obligation())
                .flatMap(e -> trial.again(e, b))).map(b -> Judgement.killed(mutant, b));
        }

        Optional<Judgement> judgedByRuns() {
            return trial.known().map(b -> Judgement.killed(mutant, b));
        }

        Judgement judged() {
            Sameness same =
                Sameness.of(suite, source, mutated, mutant.key(), (int) Math.max(500, seconds * 250));
            if (same.isSame()) {
                return Judgement.of(mutant, Status.EQUIVALENT, "same memory",
                    "on all arguments, in all states, both do the same");
            }
            Class<?> layout = Relation.layout(suite, mutant.owner());
            return layout == null ? ofCode(same) : ofLayout(layout);
        }

        private Judgement ofLayout(Class<?> layout) {
            String claim = "Layouts." + layout.getSimpleName();
            var broken = LayoutTrial.of(trial.seen(layout), trial.seen(suite.places().get(layout)),
                trials.addresses());
            if (broken.isPresent()) {
                return Judgement.killed(mutant,
                    new Breach(claim, Kind.LAYOUT, mutant.file(), broken.get(), 0, false));
            }
            List<Exercise> reaching = trials.reaching(mutant.key());
            Optional<Breach> breach = tried(reaching, SOME_STEPS);
            if (breach.isPresent()) return Judgement.killed(mutant, breach.get());
            Reproof proof = Reproof.ofLayout(suite, layout, mutated, seconds);
            if (!proof.isProved()) return unknown(claim, proof);
            return survived("the claims of " + claim + " hold of it, and no run of "
                + (reaching.isEmpty() ? "an obligation comes here" : "those that come here breaks"),
                "say in an obligation what " + named() + " is for");
        }

        private Judgement ofCode(Sameness same) {
            List<Exercise> reaching = trials.reaching(mutant.key());
            if (reaching.isEmpty())
                return survived("no obligation calls it", "add an obligation for " + named());
            Optional<Breach> breach = tried(reaching, SOME_STEPS);
            if (breach.isPresent()) return Judgement.killed(mutant, breach.get());
            List<Exercise> looking = trials.looking(mutant.key(), contracts);
            if (looking.isEmpty())
                return survived("no proof looks into it", "add an obligation for " + named());
            return ofProofs(looking, same);
        }

        private Judgement ofProofs(List<Exercise> looking, Sameness same) {
            for (Exercise e : looking) {
                Reproof proof = Reproof.of(suite, e.original(), mutated, seconds);
                if (proof.isProved()) continue;
                Optional<Breach> breach = trial.others(e, MANY_STEPS);
                if (breach.isPresent()) return Judgement.killed(mutant, breach.get());
                if (original(e).isProved()) return unknown(e.id(), proof);
                return unknown(e.id(), new Reproof(List.of("not proved of the original: "
                    + original(e).open().getFirst())));
            }
            return seen(looking, same);
        }

        /// All that looks into it is proved of the mutant, too: original and mutant do what the specification
        /// says. Whether anybody would notice what differs.
        private Judgement seen(List<Exercise> looking, Sameness same) {
            String proved = looking.stream().limit(NEAREST).map(Exercise::id)
                .collect(Collectors.joining(", ")) + (looking.size() > NEAREST ? ", …" : "");
            Set<String> unseen = same.differs().stream()
                .filter(d -> looking.stream().noneMatch(e -> speaksOf(e, d))).collect(Collectors.toSet());
            if (!unseen.isEmpty()) {
                String what = String.join(", ", unseen);
                return survived("proved of it, too: " + proved + "; nothing says what " + what
                    + " is after " + named(), "let " + looking.getFirst().id() + " speak of " + what);
            }
            return Judgement.of(mutant, Status.EQUIVALENT, "as seen through the relation",
                "proved of it, too: " + proved + (same.differs().isEmpty() ? "" : "; what may differ is "
                    + String.join(", ", same.differs())));
        }

        private boolean speaksOf(Exercise e, String what) {
            return switch (what) {
                case Sameness.EXCEPTIONS, Sameness.CALLS, Sameness.RESULT -> true;
                default                                                   -> relation.reads(e, what);
            };
        }

        private Optional<Breach> tried(List<Exercise> reaching, long steps) {
            for (Exercise e : reaching.subList(0, Math.min(NEAREST, reaching.size()))) {
                Optional<Breach> breach = trial.others(e, steps);
                if (breach.isPresent()) return breach;
                Optional<Breach> vacuous = trial.vacuous(e);
                if (vacuous.isPresent()) return vacuous;
            }
            return Optional.empty();
        }

        private Reproof original(Exercise e) {
            return originals.computeIfAbsent(e.id(), _ -> Reproof.of(suite, e.original(), source, seconds));
        }

        private Judgement unknown(String by, Reproof proof) {
            String open = proof.open().getFirst();
            return Judgement.of(mutant, Status.UNKNOWN, by, "neither proved nor refuted: "
                + (open.length() > SHOWN ? open.substring(0, SHOWN) + "…" : open));
        }

        private Judgement survived(String reason, String suggestion) {
            return Judgement.of(mutant, Status.SURVIVED, "", reason).suggesting(suggestion);
        }

        private String named() {
            return mutant.className().substring(mutant.className().lastIndexOf('.') + 1) + "."
                + mutant.method();
        }
    }
}
