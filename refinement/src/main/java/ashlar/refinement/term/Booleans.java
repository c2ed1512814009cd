package ashlar.refinement.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Rules of not, and, or, if-then-else.
final class Booleans {
    private final Terms terms;
    private final Map<Term, Term> negations = new HashMap<>();

    Booleans(Terms terms) {
        this.terms = terms;
    }

    Term not(Term a) {
        Term known = negations.get(a);
        if (known != null) return known;
        Term negation = negated(a);
        negations.put(a, negation);
        negations.putIfAbsent(negation, a);
        return negation;
    }

    private Term negated(Term a) {
        return switch (a.op()) {
            case TRUE  -> terms.fls();
            case FALSE -> terms.tru();
            case NOT   -> a.arg(0);
            case AND   -> terms.or(a.args().stream().map(this::not).toList());
            case OR    -> terms.and(a.args().stream().map(this::not).toList());
            default    -> terms.make(Op.NOT, Sort.bool(), a);
        };
    }

    /// Flattens, drops what is repeated or implied, finds contradictions. Dually for `or`.
    Term junction(List<Term> all, boolean isAnd) {
        Term zero = terms.bool(!isAnd);
        Set<Term> parts = new TreeSet<>((a, b) -> Integer.compare(a.id(), b.id()));
        for (Term t : all) flatten(t, isAnd ? Op.AND : Op.OR, parts);
        parts.remove(terms.bool(isAnd));
        if (parts.contains(zero)) return zero;
        for (Term t : parts) if (t.op() == Op.NOT && parts.contains(t.arg(0))) return zero;
        List<Term> left = propagated(parts, isAnd);
        if (left == null) return zero;
        if (!left.equals(List.copyOf(parts))) return junction(left, isAnd);
        left = distinctConstants(left, isAnd);
        if (left == null) return zero;
        List<Term> ordered = new Orders(terms, isAnd).of(left);
        if (ordered == null) return zero;
        if (!ordered.equals(left)) return junction(ordered, isAnd);
        if (left.isEmpty()) return terms.bool(isAnd);
        return left.size() == 1 ? left.getFirst()
            : terms.make(isAnd ? Op.AND : Op.OR, Sort.bool(), left, 0, null);
    }

    private static void flatten(Term t, Op op, Set<Term> parts) {
        if (t.op() == op) parts.addAll(t.args());
        else parts.add(t);
    }

    /// In `p and (not p or q)` the inner `not p` goes; `p and (p or q)` is `p`.
    private List<Term> propagated(Set<Term> parts, boolean isAnd) {
        Op inner = isAnd ? Op.OR : Op.AND;
        List<Term> left = new ArrayList<>();
        for (Term t : parts) {
            if (t.op() != inner) {
                left.add(t);
                continue;
            }
            if (t.args().stream().anyMatch(parts::contains)) continue;
            List<Term> open = t.args().stream().filter(a -> !parts.contains(not(a))).toList();
            if (open.isEmpty()) return null;
            left.add(open.size() == t.args().size() ? t : isAnd ? terms.or(open) : terms.and(open));
        }
        return left;
    }

    /// A term equal to two constants is a contradiction; one equal to a constant differs from the others.
    private List<Term> distinctConstants(List<Term> parts, boolean isAnd) {
        Map<Term, Term> values = new HashMap<>();
        for (Term t : parts) {
            Term e = literal(t, isAnd);
            if (e == null) continue;
            Term before = values.putIfAbsent(e.arg(0), e.arg(1));
            if (before != null && before != e.arg(1)) return null;
        }
        if (values.isEmpty()) return parts;
        return parts.stream().filter(t -> !impliedByConstant(t, values, isAnd)).toList();
    }

    /// The equation with a constant that a part of a conjunction states, or one of a disjunction denies.
    private static Term literal(Term t, boolean positive) {
        Term e = positive ? t : t.op() == Op.NOT ? t.arg(0) : null;
        return e != null && e.op() == Op.EQ && e.arg(1).isConstant() ? e : null;
    }

    private static boolean impliedByConstant(Term t, Map<Term, Term> values, boolean isAnd) {
        Term e = literal(t, !isAnd);
        return e != null && values.containsKey(e.arg(0)) && values.get(e.arg(0)) != e.arg(1);
    }

    Term ite(Term c, Term a, Term b) {
        if (c.isTrue() || a == b) return a;
        if (c.isFalse()) return b;
        if (c.op() == Op.NOT) return ite(c.arg(0), b, a);
        if (a.sort() instanceof Sort.Bool) return choice(c, a, b);
        if (a.op() == Op.ITE && a.arg(0) == c) return ite(c, a.arg(1), b);
        if (b.op() == Op.ITE && b.arg(0) == c) return ite(c, a, b.arg(2));
        if (a.op() == Op.ITE && a.arg(2) == b) return ite(terms.and(c, a.arg(0)), a.arg(1), b);
        if (a.op() == Op.ITE && a.arg(1) == b) return ite(terms.and(c, not(a.arg(0))), a.arg(2), b);
        if (b.op() == Op.ITE && b.arg(1) == a) return ite(terms.or(c, b.arg(0)), a, b.arg(2));
        return terms.make(Op.ITE, a.sort(), c, a, b);
    }

    private Term choice(Term c, Term a, Term b) {
        if (a.isTrue() || a == c) return terms.or(c, b);
        if (a.isFalse()) return terms.and(not(c), b);
        if (b.isTrue()) return terms.or(not(c), a);
        if (b.isFalse() || b == c) return terms.and(c, a);
        if (a.op() == Op.ITE && a.arg(0) == c) return ite(c, a.arg(1), b);
        if (b.op() == Op.ITE && b.arg(0) == c) return ite(c, a, b.arg(2));
        Set<Term> common = common(a, b);
        if (!common.isEmpty()) return factored(c, a, b, common);
        return terms.make(Op.ITE, Sort.bool(), c, a, b);
    }

    private static Set<Term> common(Term a, Term b) {
        if (a.op() != Op.AND || b.op() != Op.AND) return Set.of();
        Set<Term> common = new LinkedHashSet<>(a.args());
        common.retainAll(b.args());
        return common;
    }

    private Term factored(Term c, Term a, Term b, Set<Term> common) {
        Term x = terms.and(a.args().stream().filter(t -> !common.contains(t)).toList());
        Term y = terms.and(b.args().stream().filter(t -> !common.contains(t)).toList());
        List<Term> all = new ArrayList<>(common);
        all.add(ite(c, x, y));
        return terms.and(all);
    }
}
