package ashlar.refinement.term;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Rules of equality beside order, as comparisons of longs leave them: `a = b and not a < b` is `a = b`, and
/// `not a = b and not a < b` is `b < a`. Dually for `or`.
final class Orders {
    private final Terms terms;
    private final boolean isAnd;

    Orders(Terms terms, boolean isAnd) {
        this.terms = terms;
        this.isAnd = isAnd;
    }

    /// The parts rewritten; null if they contradict each other.
    List<Term> of(List<Term> parts) {
        if (parts.stream().noneMatch(t -> isOrder(atom(t)))) return parts;
        Set<Term> left = new LinkedHashSet<>(parts);
        for (Term t : parts) {
            Term less = atom(t);
            if (!isOrder(less) || !left.contains(t)) continue;
            Term equal = terms.eq(less.arg(0), less.arg(1));
            boolean denied = isAnd == (t.op() == Op.NOT);
            if (left.contains(literal(equal, true))) {
                if (!denied) return null;
                left.remove(t);
            } else if (left.contains(literal(equal, false)) && denied) {
                left.remove(t);
                left.remove(literal(equal, false));
                left.add(literal(less.op() == Op.ULT ? terms.ult(less.arg(1), less.arg(0))
                    : terms.slt(less.arg(1), less.arg(0)), true));
            }
        }
        return left.size() == parts.size() && left.containsAll(parts) ? parts : new ArrayList<>(left);
    }

    /// The atom as a conjunction states it, or denies it; a disjunction the other way round.
    private Term literal(Term atom, boolean stated) {
        return stated == isAnd ? atom : terms.not(atom);
    }

    private static Term atom(Term t) {
        return t.op() == Op.NOT ? t.arg(0) : t;
    }

    private static boolean isOrder(Term t) {
        return t.op() == Op.SLT || t.op() == Op.ULT;
    }
}
