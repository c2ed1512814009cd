package ashlar.refinement.solve;

import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Instances of facts with a variable that no pattern finds, since functions are applied only to multiples of
/// it, as in `has(a + 32 * i)`. In its place is put what the terms at hand apply functions to the same
/// multiples of.
public final class Instances {
    private final Terms terms;
    private final Map<Term, Set<Term>> multiplied = new HashMap<>();

    /// @param all the terms at hand
    public Instances(Terms terms, List<Term> all) {
        this.terms = terms;
        Set<Term> seen = new HashSet<>();
        for (Term t : all) collect(t, seen);
    }

    private void collect(Term t, Set<Term> seen) {
        if (!seen.add(t)) return;
        if (t.op() == Op.APP) for (Term m : multiples(t)) if (!m.hasBound())
            multiplied.computeIfAbsent(m.arg(1), _ -> new LinkedHashSet<>()).add(m.arg(0));
        for (Term a : t.args()) collect(a, seen);
    }

    /// The multiples by constants that the arguments of an application are, or are sums of.
    private static List<Term> multiples(Term application) {
        List<Term> found = new ArrayList<>();
        for (Term a : application.args()) {
            for (Term t : a.op() == Op.ADD ? a.args() : List.of(a))
                if (t.op() == Op.MUL && t.arg(1).isConstant()) found.add(t);
        }
        return found;
    }

    /// What follows from fact; empty if patterns find all of its variables.
    public List<Term> of(Term fact) {
        Term instances = weakened(fact);
        return instances == fact || instances.isTrue() ? List.of() : terms.clauses(instances);
    }

    /// A consequence of fact, which is fact itself where there is nothing to be put in.
    private Term weakened(Term fact) {
        return switch (fact.op()) {
            case OR     -> terms.or(fact.args().stream().map(this::weakened).toList());
            case AND    -> terms.and(fact.args().stream().map(this::weakened).toList());
            case FORALL -> quantified(fact);
            default     -> fact;
        };
    }

    private Term quantified(Term forAll) {
        for (Term i : forAll.bound()) {
            Term constant = constant(forAll.arg(0), i);
            if (constant != null) return instantiated(forAll, i, constant);
        }
        Term body = weakened(forAll.arg(0));
        return body == forAll.arg(0) ? forAll : terms.forAll(forAll.bound(), body);
    }

    private Term instantiated(Term forAll, Term i, Term constant) {
        List<Term> others = forAll.bound().stream().filter(b -> b != i).toList();
        return terms.and(multiplied.getOrDefault(constant, Set.of()).stream()
            .map(t -> terms.forAll(others, terms.substitute(forAll.arg(0), Map.of(i, t)))).toList());
    }

    /// By what i is multiplied where functions are applied to a multiple of it; null if one is applied to i
    /// itself, or none to a multiple.
    private static Term constant(Term body, Term i) {
        Set<Term> constants = new LinkedHashSet<>();
        return isApplied(body, i, constants, new HashSet<>()) || constants.isEmpty() ? null
            : constants.iterator().next();
    }

    private static boolean isApplied(Term t, Term i, Set<Term> constants, Set<Term> seen) {
        if (!t.free().contains(i) || !seen.add(t)) return false;
        if (t.op() == Op.APP) {
            if (t.args().contains(i)) return true;
            for (Term m : multiples(t)) if (m.arg(0) == i) constants.add(m.arg(1));
        }
        boolean is = false;
        for (Term a : t.args()) is |= isApplied(a, i, constants, seen);
        return is;
    }
}
