package ashlar.refinement.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sums in one form: each term once with its coefficient, in order, the constant last.
final class Sums {
    private final Terms terms;

    Sums(Terms terms) {
        this.terms = terms;
    }

    Term add(Term a, Term b) {
        if (a.op() == Op.ITE && a.arg(1).isConstant() && a.arg(2).isConstant() && b.isConstant())
            return inArms(a, b);
        if (b.op() == Op.ITE && b.arg(1).isConstant() && b.arg(2).isConstant() && a.isConstant())
            return inArms(b, a);
        Map<Term, Long> coefficients = byId();
        long constant = collect(a, 1, coefficients) + collect(b, 1, coefficients);
        return sum(a.width(), coefficients, constant);
    }

    private Term inArms(Term ite, Term b) {
        return terms.ite(ite.arg(0), add(ite.arg(1), b), add(ite.arg(2), b));
    }

    Term times(Term a, long factor) {
        if (a.isConstant()) return terms.bits(a.width(), a.constant() * factor);
        Map<Term, Long> coefficients = byId();
        long constant = collect(a, factor, coefficients);
        return sum(a.width(), coefficients, constant);
    }

    private static Map<Term, Long> byId() {
        return new TreeMap<>((x, y) -> Integer.compare(x.id(), y.id()));
    }

    /// Adds factor times t to coefficients; the constant part is returned.
    private static long collect(Term t, long factor, Map<Term, Long> coefficients) {
        if (t.isConstant()) return t.constant() * factor;
        if (t.op() == Op.ADD) return t.args().stream().mapToLong(x -> collect(x, factor, coefficients)).sum();
        if (t.op() == Op.MUL && t.arg(1).isConstant())
            return collect(t.arg(0), factor * t.arg(1).constant(), coefficients);
        coefficients.merge(t, factor, Long::sum);
        return 0;
    }

    private Term sum(int width, Map<Term, Long> coefficients, long constant) {
        List<Term> parts = new ArrayList<>();
        coefficients.forEach((t, k) -> {
            long low = k & Terms.mask(width);
            if (low == 1) parts.add(t);
            else if (low != 0) parts.add(terms.make(Op.MUL, t.sort(), t, terms.bits(width, low)));
        });
        Term last = terms.bits(width, constant);
        if (last.constant() != 0 || parts.isEmpty()) parts.add(last);
        return parts.size() == 1 ? parts.getFirst() : terms.make(Op.ADD, Sort.bits(width), parts, 0, null);
    }
}
