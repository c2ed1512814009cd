package ashlar.refinement.solve;

import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Chooses the terms whose occurrence makes the solver use a quantified fact.
final class Patterns {
    private Patterns() { }

    /// The patterns given with forAll, or else alternatives: applications to all of its variables that are
    /// not mere
    /// guards of the fact; if none covers all variables, several together. Empty if there are none.
    static List<List<Term>> of(Term forAll) {
        if (!forAll.patterns().isEmpty()) return forAll.patterns();
        Set<Term> applications = new LinkedHashSet<>();
        collect(forAll.arg(0), new HashSet<>(forAll.bound()), applications, new HashSet<>());
        List<Term> covering = applications.stream().filter(a -> a.free().containsAll(forAll.bound()))
            .toList();
        List<Term> smallest = covering.stream()
            .filter(a -> covering.stream().noneMatch(b -> b != a && contains(a, b))).toList();
        Set<Term> guards = guards(forAll.arg(0));
        List<Term> telling = smallest.stream().filter(a -> !guards.contains(a)).toList();
        List<Term> chosen = telling.isEmpty() ? smallest : telling;
        if (chosen.isEmpty()) return together(applications, forAll);
        List<List<Term>> patterns = new ArrayList<>(chosen.stream().map(List::of).toList());
        if (!telling.isEmpty()) patterns.addAll(guarded(smallest, guards, applications, covering));
        if (smallest.stream().noneMatch(guards::contains)) {
            patterns.addAll(together(applications.stream().filter(guards::contains).toList(), forAll));
        }
        return patterns;
    }

    /// A guard of all variables beside a telling application to some of them.
    private static List<List<Term>> guarded(List<Term> smallest, Set<Term> guards, Set<Term> applications,
        List<Term> covering) {
        List<List<Term>> pairs = new ArrayList<>();
        for (Term g : smallest) {
            if (!guards.contains(g)) continue;
            for (Term a : applications) {
                if (!covering.contains(a) && !guards.contains(a)) pairs.add(List.of(g, a));
            }
        }
        return pairs;
    }

    private static Set<Term> guards(Term body) {
        Set<Term> guards = new HashSet<>();
        for (Term t : body.op() == Op.OR ? body.args() : List.of(body)) if (t.op() == Op.NOT)
            guards.add(t.arg(0));
        return guards;
    }

    private static void collect(Term t, Set<Term> bound, Set<Term> found, Set<Term> seen) {
        if (!t.hasBound() || !seen.add(t)) return;
        t.args().forEach(a -> collect(a, bound, found, seen));
        if (t.op() == Op.APP && isMatchable(t) && t.free().stream().anyMatch(bound::contains)) found.add(t);
    }

    /// Whether t is made of applications, variables and constants only.
    private static boolean isMatchable(Term t) {
        return switch (t.op()) {
            case VAR, BOUND, CONST -> true;
            case APP               -> t.args().stream().allMatch(Patterns::isMatchable);
            default                -> false;
        };
    }

    private static boolean contains(Term whole, Term part) {
        return whole == part || whole.args().stream().anyMatch(a -> contains(a, part));
    }

    private static List<List<Term>> together(Collection<Term> applications, Term forAll) {
        Set<Term> left = new LinkedHashSet<>(forAll.bound());
        List<Term> multi = new ArrayList<>();
        for (Term a : applications) {
            if (a.free().stream().noneMatch(left::contains)) continue;
            multi.add(a);
            left.removeAll(a.free());
            if (left.isEmpty()) return List.of(multi);
        }
        return List.of();
    }
}
