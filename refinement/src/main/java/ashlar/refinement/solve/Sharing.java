package ashlar.refinement.solve;

import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which terms are worth a name of their own: those that several others hold and that are of some depth.
final class Sharing {
    private final Map<Term, Integer> holders = new HashMap<>();
    private final Set<Term> seen = new HashSet<>();

    void add(Term t) {
        holders.merge(t, 1, Integer::sum);
        if (seen.add(t)) t.args().forEach(this::add);
    }

    boolean isShared(Term t) {
        return holders.getOrDefault(t, 0) > 1 && isDeep(t);
    }

    private static boolean isDeep(Term t) {
        return t.args().stream().anyMatch(a -> !a.args().isEmpty());
    }

    /// The shared terms that depend on the variables of forAll, parts before wholes; without those that
    /// depend on the variables of a quantifier further in.
    static List<Term> within(Term forAll) {
        Sharing inner = new Sharing();
        List<Term> order = new ArrayList<>();
        inner.collect(forAll.arg(0), new HashSet<>(forAll.bound()), Set.of(), order);
        return order.stream().filter(inner::isShared).toList();
    }

    private void collect(Term t, Set<Term> bound, Set<Term> further, List<Term> order) {
        if (t.free().stream().noneMatch(bound::contains)) return;
        holders.merge(t, 1, Integer::sum);
        if (!seen.add(t)) return;
        Set<Term> inside = further;
        if (t.op() == Op.FORALL) {
            inside = new HashSet<>(further);
            inside.addAll(t.bound());
        }
        for (Term a : t.args()) collect(a, bound, inside, order);
        if (t.free().stream().noneMatch(further::contains)) order.add(t);
    }
}
