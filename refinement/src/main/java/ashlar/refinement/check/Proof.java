package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Suite;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.solve.Goals;
import ashlar.refinement.solve.Instances;
import ashlar.refinement.solve.Limits;
import ashlar.refinement.solve.Prover;
import ashlar.refinement.solve.Question;
import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the solver says of an obligation.
/// @param open    goals that were not proved, with the reason
/// @param goals   clauses asked, by kind
record Proof(List<Open> open, Map<Kind, Integer> goals, int queries, Dependencies dependencies) {
    /// A clause that was not proved, and why.
    record Open(Kind kind, String text) { }

    /// What is done in order: clauses are assumed, clauses are proved.
    private sealed interface Step {
        record Assume(Term clause) implements Step { }

        record Prove(Fact.Goal goal, List<Term> clauses) implements Step { }

        record Choose(Fact.Offered offered, List<Offer> offers) implements Step { }
    }

    /// A contract with what is left to be proved of what it assumes, and what it claims.
    private record Offer(String id, List<Term> goals, List<Term> claims) {
        Offer with(Instances instances) {
            List<Term> all = new ArrayList<>(claims);
            claims.forEach(c -> all.addAll(instances.of(c)));
            return new Offer(id, goals, all);
        }

        Stream<Term> said() {
            return Stream.concat(goals.stream(), claims.stream());
        }

        boolean isShown(Term guard, Prover prover) {
            return goals.isEmpty() || prover.areSoonProved(guard, goals);
        }
    }

    /// @throws ashlar.refinement.heap.Unsupported if it uses what the engine does not understand
    static Proof of(Suite suite, Method obligation, ClassSource source, Limits limits,
        Consumer<Question> answered) {
        Paths paths = new Paths(suite.obligations().stream().map(c -> c.getName().replace('.', '/'))
            .collect(Collectors.toSet()));
        Proof all = onPath(suite, obligation, source, paths, limits, answered);
        while (all.open.isEmpty() && paths.next())
            all = all.and(onPath(suite, obligation, source, paths, limits, answered));
        return all;
    }

    private static Proof onPath(Suite suite, Method obligation, ClassSource source, Paths paths,
        Limits limits, Consumer<Question> answered) {
        long deadline = System.nanoTime() + limits.liftMillis() * 1_000_000L;
        Lifted lifted = Lifted.of(suite, obligation, source, paths, deadline);
        List<Step> steps = withInstances(lifted.terms, steps(lifted));
        List<Term> said = steps.stream().flatMap(Proof::said).toList();
        try (Prover prover = new Prover(limits, said, answered)) {
            return asked(steps, prover, lifted);
        }
    }

    /// What is said of all paths.
    private Proof and(Proof other) {
        List<Open> both = new ArrayList<>(open);
        both.addAll(other.open);
        Map<Kind, Integer> sum = new EnumMap<>(Kind.class);
        sum.putAll(goals);
        other.goals.forEach((kind, n) -> sum.merge(kind, n, Integer::sum));
        return new Proof(both, sum, queries + other.queries, dependencies.and(other.dependencies));
    }

    private static List<Step> steps(Lifted lifted) {
        Set<Term> known = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        for (Fact f : lifted.facts()) {
            switch (f) {
                case Fact.Assumed(var holds) -> {
                    for (Term t : lifted.terms.clauses(holds)) {
                        Term left = left(lifted.terms, t, known);
                        if (known.add(left)) steps.add(new Step.Assume(left));
                    }
                }
                case Fact.Goal g -> {
                    List<Term> clauses = Goals.split(lifted.terms, g.guard(), g.holds(), known);
                    if (!clauses.isEmpty()) steps.add(new Step.Prove(g, clauses));
                }
                case Fact.Offered o -> steps.add(new Step.Choose(o, o.contracts().stream()
                    .map(c -> offer(lifted.terms, c, o.guard(), known)).toList()));
            }
        }
        return steps;
    }

    private static Offer offer(Terms terms, Fact.Offer c, Term guard, Set<Term> known) {
        return new Offer(c.id(), Goals.split(terms, guard, c.assumed(), known),
            terms.clauses(terms.implies(guard, c.claimed())));
    }

    /// clause without the alternatives that are known to be false: what is assumed on a path says most often
    /// that it is that path, and then looks otherwise than the same claimed.
    private static Term left(Terms terms, Term clause, Set<Term> known) {
        if (clause.op() != Op.OR) return clause;
        return terms.or(clause.args().stream().filter(t -> !known.contains(terms.not(t))).toList());
    }

    /// Behind each assumption, its instances that the solver has no way to find.
    private static List<Step> withInstances(Terms terms, List<Step> steps) {
        Instances instances = new Instances(terms, steps.stream().flatMap(Proof::said).toList());
        List<Step> all = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Choose(var offered, var offers)) {
                all.add(new Step.Choose(offered, offers.stream().map(o -> o.with(instances)).toList()));
                continue;
            }
            all.add(step);
            if (step instanceof Step.Assume(var clause))
                for (Term t : instances.of(clause)) all.add(new Step.Assume(t));
        }
        return all;
    }

    private static Stream<Term> said(Step step) {
        return switch (step) {
            case Step.Assume(var clause)      -> Stream.of(clause);
            case Step.Prove(var goal, var cs) -> Stream.concat(Stream.of(goal.guard()), cs.stream());
            case Step.Choose(var o, var offers) ->
                Stream.concat(Stream.of(o.guard()), offers.stream().flatMap(Offer::said));
        };
    }

    private static Proof asked(List<Step> steps, Prover prover, Lifted lifted) {
        List<Open> open = new ArrayList<>();
        Map<Kind, Integer> goals = new EnumMap<>(Kind.class);
        Set<String> chosen = new HashSet<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Assume(var clause)      -> prover.assume(clause);
                case Step.Prove(var goal, var cs) -> {
                    goals.merge(goal.kind(), cs.size(), Integer::sum);
                    prover.prove(goal.guard(), cs).forEach((c, why) ->
                        open.add(new Open(goal.kind(), goal.where() + ": " + goal.name() + ": " + why + " "
                            + shortened(c))));
                }
                case Step.Choose(var offered, var offers) -> {
                    List<Offer> shown = offers.stream().filter(o -> o.isShown(offered.guard(), prover))
                        .toList();
                    shown.forEach(o -> o.claims.forEach(prover::assume));
                    shown.forEach(o -> chosen.add(o.id));
                    goals.merge(Kind.LEMMA, 1, Integer::sum);
                    if (shown.isEmpty())
                        open.add(new Open(Kind.LEMMA, offered.where() + ": assumptions of one of "
                            + offers.stream().map(Offer::id).toList() + ": none was soon shown"));
                }
            }
        }
        return new Proof(open, goals, prover.queries(), lifted.dependencies().using(chosen));
    }

    private static String shortened(Term t) {
        String text = t.toString();
        return text.length() > 2000 ? text.substring(0, 2000) + "…" : text;
    }
}
