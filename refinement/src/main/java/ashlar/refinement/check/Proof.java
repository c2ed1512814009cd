package ashlar.refinement.check;

import ashlar.refinement.api.Suite;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.solve.Answer;
import ashlar.refinement.solve.Goals;
import ashlar.refinement.solve.Limits;
import ashlar.refinement.solve.Prover;
import ashlar.refinement.term.Term;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the solver says of an obligation.
/// @param open    goals that were not proved, with the reason
/// @param goals   clauses asked
/// @param reached methods whose code it depends on
record Proof(List<String> open, int goals, int queries, Set<String> reached) {
    /// One clause and the goal it comes from.
    private record Clause(Fact.Goal goal, Term term) { }

    /// @throws ashlar.refinement.heap.Unsupported if it uses what the engine does not understand
    static Proof of(Suite suite, Method obligation, ClassSource source, Limits limits) {
        Lifted lifted = Lifted.of(suite, obligation, source);
        List<Object> steps = new ArrayList<>();
        for (Fact f : lifted.facts()) {
            if (f instanceof Fact.Goal g) Goals.split(lifted.terms, g.holds())
                .forEach(c -> steps.add(new Clause(g, c)));
            else if (f instanceof Fact.Assumed(var holds)) steps.addAll(lifted.terms.clauses(holds));
        }
        List<Term> all = steps.stream()
            .map(s -> s instanceof Clause c ? lifted.terms.implies(c.goal.guard(), c.term) : (Term) s)
            .toList();
        try (Prover prover = new Prover(lifted.terms, limits, all)) {
            return asked(steps, prover, lifted);
        }
    }

    private static Proof asked(List<Object> steps, Prover prover, Lifted lifted) {
        List<String> open = new ArrayList<>();
        int goals = 0;
        for (Object step : steps) {
            if (step instanceof Term t) {
                prover.assume(t);
            } else {
                Clause c = (Clause) step;
                goals++;
                Answer answer = prover.prove(c.goal.guard(), c.term);
                if (!(answer instanceof Answer.Proved))
                    open.add(c.goal.where() + ": " + c.goal.name() + ": " + answer + " " + shortened(c.term));
            }
        }
        return new Proof(open, goals, prover.queries(), lifted.reached());
    }

    private static String shortened(Term t) {
        String text = t.toString();
        return text.length() > 2000 ? text.substring(0, 2000) + "…" : text;
    }
}
