package ashlar.refinement.solve;

import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes a goal apart into clauses that can be asked one by one, its universal variables made constants.
public final class Goals {
    private Goals() { }

    /// Clauses without universal quantifiers in front or among their disjuncts; together they say what goal
    /// says where guard holds, beyond known.
    public static List<Term> split(Terms terms, Term guard, Term goal, Set<Term> known) {
        List<Term> open = terms.clauses(goal).stream().filter(c -> !isKnown(terms, guard, c, known)).toList();
        return split(terms, terms.and(open), known);
    }

    /// Whether clause is known to hold under guard, or under a part of it.
    private static boolean isKnown(Terms terms, Term guard, Term clause, Set<Term> known) {
        return known.contains(terms.implies(guard, clause))
            || guard.op() == Op.AND && guard.args().stream()
                .anyMatch(part -> known.contains(terms.implies(part, clause)));
    }

    /// Clauses without universal quantifiers in front or among their disjuncts; together they say what goal
    /// says beyond known.
    public static List<Term> split(Terms terms, Term goal, Set<Term> known) {
        List<Term> done = new ArrayList<>();
        for (Term clause : terms.clauses(goal)) {
            if (clause.isTrue() || known.contains(clause)) continue;
            Term opened = opened(terms, clause);
            if (opened == clause) done.add(clause);
            else done.addAll(split(terms, opened, known));
        }
        return done;
    }

    private static Term opened(Terms terms, Term clause) {
        if (clause.op() == Op.FORALL) return skolemised(terms, clause);
        if (clause.op() != Op.OR || clause.args().stream().noneMatch(t -> t.op() == Op.FORALL)) return clause;
        return terms.or(clause.args().stream().map(t -> t.op() == Op.FORALL ? skolemised(terms, t) : t)
            .toList());
    }

    private static Term skolemised(Terms terms, Term forAll) {
        Map<Term, Term> constants = new HashMap<>();
        for (Term x : forAll.bound()) constants.put(x, terms.fresh(x.name(), x.sort()));
        return terms.substitute(forAll.arg(0), constants);
    }
}
