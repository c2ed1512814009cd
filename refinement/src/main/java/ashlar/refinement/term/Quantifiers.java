package ashlar.refinement.term;

import ashlar.refinement.term.Term.Binder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rules of forall: one for each conjunct, no idle variables, quantifiers in front, bound variables named by
/// their place, so that formulas that differ in such names only are one term.
final class Quantifiers {
    private final Terms terms;
    private final Map<Term, Integer> weights = new HashMap<>();
    private final Map<Term, Integer> heights = new HashMap<>();

    Quantifiers(Terms terms) {
        this.terms = terms;
    }

    Term forAll(List<Term> bound, List<List<Term>> patterns, Term body) {
        if (!patterns.isEmpty()) return made(bound, patterns, body);
        List<Term> clauses = clauses(body);
        return terms.and(clauses.stream().map(c -> one(bound, c)).toList());
    }

    private Term made(List<Term> bound, List<List<Term>> patterns, Term body) {
        if (body.isTrue() || bound.isEmpty()) return body;
        int height = height(body) + 1;
        List<Term> named = new ArrayList<>();
        Map<Term, Term> names = new HashMap<>();
        for (Term x : bound) {
            named.add(terms.boundAt(height, named.size(), x.sort()));
            names.put(x, named.getLast());
        }
        List<List<Term>> renamed = patterns.stream()
            .map(p -> p.stream().map(t -> terms.substitute(t, names)).toList()).toList();
        Term claim = terms.substitute(body, names);
        return terms.make(Op.FORALL, Sort.bool(), List.of(claim), 0, new Binder(named, renamed));
    }

    /// How deep quantifiers are nested in t. A quantifier's variables are named by its height, so that none
    /// has the name of one bound further in.
    private int height(Term t) {
        Integer known = heights.get(t);
        if (known != null) return known;
        int inside = 0;
        for (Term a : t.args()) inside = Math.max(inside, height(a));
        int height = t.op() == Op.FORALL ? inside + 1 : inside;
        heights.put(t, height);
        return height;
    }

    private Term one(List<Term> bound, Term clause) {
        Set<Term> used = new LinkedHashSet<>(bound);
        used.retainAll(clause.free());
        if (used.isEmpty()) return clause;
        for (Term part : clause.op() == Op.OR ? clause.args() : List.of(clause)) {
            Term x = determined(part, used);
            if (x != null) return instantiated(used, x, part.arg(0), clause);
            if (part.op() == Op.FORALL && part.patterns().isEmpty() && clause.op() == Op.OR)
                return prenex(used, clause, part);
        }
        return made(List.copyOf(used), List.of(), clause);
    }

    /// The bound variable x if part is `not (x = t)` with t free of x.
    private static Term determined(Term part, Set<Term> used) {
        if (part.op() != Op.NOT || part.arg(0).op() != Op.EQ) return null;
        Term a = part.arg(0).arg(0);
        Term b = part.arg(0).arg(1);
        if (used.contains(a) && !b.free().contains(a)) return a;
        return used.contains(b) && !a.free().contains(b) ? b : null;
    }

    private Term instantiated(Set<Term> used, Term x, Term equation, Term clause) {
        Term value = equation.arg(0) == x ? equation.arg(1) : equation.arg(0);
        List<Term> rest = used.stream().filter(v -> v != x).toList();
        return forAll(rest, List.of(), terms.substitute(clause, Map.of(x, value)));
    }

    private Term prenex(Set<Term> used, Term clause, Term inner) {
        List<Term> all = new ArrayList<>(used);
        Map<Term, Term> names = new LinkedHashMap<>();
        for (Term x : inner.bound()) names.put(x, terms.bound(x.name(), x.sort()));
        all.addAll(names.values());
        List<Term> parts = new ArrayList<>(clause.args());
        parts.remove(inner);
        parts.add(terms.substitute(inner.arg(0), names));
        return forAll(all, List.of(), terms.or(parts));
    }

    /// Terms whose conjunction t is, as far apart as is cheap.
    List<Term> clauses(Term t) {
        return switch (t.op()) {
            case AND -> t.args().stream().flatMap(a -> clauses(a).stream()).toList();
            case ITE -> chosen(t);
            case OR  -> distributed(t);
            default  -> List.of(t);
        };
    }

    private List<Term> chosen(Term ite) {
        List<Term> both = new ArrayList<>();
        for (Term p : clauses(ite.arg(1))) both.add(terms.or(terms.not(ite.arg(0)), p));
        for (Term p : clauses(ite.arg(2))) both.add(terms.or(ite.arg(0), p));
        return both;
    }

    /// Takes apart the weightiest conjunction among the disjuncts; the others, conditions for the most part,
    /// stay.
    private List<Term> distributed(Term or) {
        Term part = null;
        for (Term t : or.args()) {
            if ((t.op() == Op.AND || t.op() == Op.ITE)
                && (part == null || weight(t) > weight(part))) part = t;
        }
        if (part == null) return List.of(or);
        List<Term> rest = new ArrayList<>(or.args());
        rest.remove(part);
        return clauses(part).stream().map(p -> {
            List<Term> one = new ArrayList<>(rest);
            one.add(p);
            return terms.or(one);
        }).toList();
    }

    /// Subterms, shared ones once; a quantifier outweighs the rest.
    private int weight(Term t) {
        return weights.computeIfAbsent(t, _ -> weight(t, new HashSet<>()));
    }

    private static int weight(Term t, Set<Term> seen) {
        if (!seen.add(t)) return 0;
        return (t.op() == Op.FORALL ? 100_000 : 1) + t.args().stream().mapToInt(a -> weight(a, seen)).sum();
    }
}
