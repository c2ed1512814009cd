package ashlar.refinement.term;

import java.util.ArrayList;
import java.util.List;

/// Rules of equality and order.
final class Equations {
    private final Terms terms;

    Equations(Terms terms) {
        this.terms = terms;
    }

    Term eq(Term a, Term b) {
        if (a == b) return terms.tru();
        if (a.sort() instanceof Sort.Bool) return ofBooleans(a, b);
        if (a.isConstant() && b.isConstant()) return terms.fls();
        if (a.isConstant()) return eq(b, a);
        if (b.isConstant() && a.op() == Op.ITE
            && (a.arg(1).isConstant() || a.arg(2).isConstant() || isChoice(a.arg(1)) && isChoice(a.arg(2)))) {
            return terms.ite(a.arg(0), eq(a.arg(1), b), eq(a.arg(2), b));
        }
        if (a.op() == Op.ITE && b.op() == Op.ITE && haveSameConstants(a, b)) return eq(a.arg(0), b.arg(0));
        if (a.op() == Op.ITE && (a.arg(1) == b || a.arg(2) == b)) return chosen(a, b);
        if (b.op() == Op.ITE && (b.arg(1) == a || b.arg(2) == a)) return chosen(b, a);
        if (a.op() == Op.ITE && b.op() == Op.ITE && a.arg(0) == b.arg(0)) {
            return terms.ite(a.arg(0), eq(a.arg(1), b.arg(1)), eq(a.arg(2), b.arg(2)));
        }
        if (a.op() == Op.ADD || b.op() == Op.ADD) return ofSums(a, b);
        if (splits(a, b) || splits(b, a)) return piecewise(a, b);
        if (a.op() == Op.SEXT && b.isConstant()) return extended(a, b);
        return ordered(a, b);
    }

    private static boolean haveSameConstants(Term a, Term b) {
        return a.arg(1) == b.arg(1) && a.arg(2) == b.arg(2) && a.arg(1).isConstant() && a.arg(2).isConstant();
    }

    private static boolean isChoice(Term t) {
        return t.op() == Op.ITE || t.isConstant();
    }

    private Term ordered(Term a, Term b) {
        boolean keep = b.isConstant() || a.id() < b.id();
        return keep ? terms.make(Op.EQ, Sort.bool(), a, b) : terms.make(Op.EQ, Sort.bool(), b, a);
    }

    private Term ofBooleans(Term a, Term b) {
        if (a.isTrue()) return b;
        if (b.isTrue()) return a;
        if (a.isFalse()) return terms.not(b);
        if (b.isFalse()) return terms.not(a);
        if (terms.not(a) == b) return terms.fls();
        if (a.op() == Op.NOT && b.op() == Op.NOT) return eq(a.arg(0), b.arg(0));
        if (a.op() == Op.NOT) return terms.not(eq(a.arg(0), b));
        if (b.op() == Op.NOT) return terms.not(eq(a, b.arg(0)));
        return ordered(a, b);
    }

    /// `(if c then x else y) = x` is `c or y = x`.
    private Term chosen(Term ite, Term x) {
        return ite.arg(1) == x ? terms.or(ite.arg(0), eq(ite.arg(2), x))
            : terms.or(terms.not(ite.arg(0)), eq(ite.arg(1), x));
    }

    private Term ofSums(Term a, Term b) {
        Term d = terms.sub(a, b);
        if (d.isConstant()) return terms.bool(d.constant() == 0);
        if (d.op() != Op.ADD) return b.isConstant() && d == a ? ordered(a, b)
            : eq(d, terms.bits(d.width(), 0));
        List<Term> parts = d.args();
        if (parts.size() == 2 && parts.get(1).isConstant()) {
            Term t = parts.get(0);
            if (t.op() == Op.MUL && t.arg(1).isConstant()) {
                if (t.arg(1).toSigned() == -1) return eq(t.arg(0), parts.get(1));
                return ordered(a, b);
            }
            return eq(t, terms.neg(parts.get(1)));
        }
        if (parts.size() == 2 && isNegated(parts.get(0)))
            return plain(parts.get(1), parts.get(0).arg(0), a, b);
        if (parts.size() == 2 && isNegated(parts.get(1)))
            return plain(parts.get(0), parts.get(1).arg(0), a, b);
        return ordered(a, b);
    }

    private Term plain(Term x, Term y, Term a, Term b) {
        return x.op() == Op.MUL ? ordered(a, b) : eq(x, y);
    }

    private static boolean isNegated(Term t) {
        return t.op() == Op.MUL && t.arg(1).isConstant() && t.arg(1).toSigned() == -1;
    }

    /// Whether taking a apart into its pieces makes the equation simpler.
    private static boolean splits(Term a, Term b) {
        if (a.op() != Op.CONCAT) return false;
        return b.isConstant() || b.op() == Op.CONCAT || a.args().stream()
            .anyMatch(p -> p.op() == Op.EXTRACT && p.arg(0) == b);
    }

    private Term piecewise(Term a, Term b) {
        Term cut = a.op() == Op.CONCAT ? a : b;
        List<Term> equal = new ArrayList<>();
        int high = cut.width() - 1;
        for (Term p : cut.args()) {
            int low = high - p.width() + 1;
            equal.add(eq(terms.extract(high, low, a), terms.extract(high, low, b)));
            high = low - 1;
        }
        return terms.and(equal);
    }

    private Term extended(Term sext, Term k) {
        Term inner = sext.arg(0);
        Term low = terms.extract(inner.width() - 1, 0, k);
        return terms.sext(k.width(), low) == k ? eq(inner, low) : terms.fls();
    }

    Term less(Op op, Term a, Term b) {
        if (a == b) return terms.fls();
        if (a.isConstant() && b.isConstant()) {
            boolean is = op == Op.ULT ? Long.compareUnsigned(a.constant(), b.constant()) < 0
                : a.toSigned() < b.toSigned();
            return terms.bool(is);
        }
        if (a.op() == Op.ITE && b.isConstant() && (isChoice(a.arg(1)) || isChoice(a.arg(2)))) {
            return terms.ite(a.arg(0), less(op, a.arg(1), b), less(op, a.arg(2), b));
        }
        if (b.op() == Op.ITE && a.isConstant() && (isChoice(b.arg(1)) || isChoice(b.arg(2)))) {
            return terms.ite(b.arg(0), less(op, a, b.arg(1)), less(op, a, b.arg(2)));
        }
        if (op == Op.ULT && b.isConstant() && b.constant() == 0) return terms.fls();
        if (op == Op.ULT && b.isConstant() && b.constant() == 1) return terms.eq(a, terms.bits(a.width(), 0));
        if (op == Op.SLT && b.isConstant() && b.constant() == 0 && isNonNegative(a)) return terms.fls();
        return terms.make(op, Sort.bool(), a, b);
    }

    private static boolean isNonNegative(Term a) {
        return a.op() == Op.CONCAT && a.arg(0).isConstant() && a.arg(0).toSigned() >= 0;
    }
}
