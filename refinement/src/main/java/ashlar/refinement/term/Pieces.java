package ashlar.refinement.term;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Bit operations in one form: slices put side by side, highest first. Masks, shifts by constants and
/// extensions with zeros all come to that.
final class Pieces {
    private final Terms terms;

    Pieces(Terms terms) {
        this.terms = terms;
    }

    /// Pieces side by side; what was one before is one again.
    Term concat(List<Term> parts) {
        List<Term> flat = new ArrayList<>();
        for (Term p : parts) for (Term q : p.op() == Op.CONCAT ? p.args() : List.of(p)) append(flat, q);
        if (flat.size() == 1) return flat.getFirst();
        int width = flat.stream().mapToInt(Term::width).sum();
        return terms.make(Op.CONCAT, Sort.bits(width), List.copyOf(flat), 0, null);
    }

    private void append(List<Term> flat, Term q) {
        Term joined = flat.isEmpty() ? null : joined(flat.getLast(), q);
        if (joined == null) {
            flat.add(q);
        } else {
            flat.removeLast();
            flat.add(joined);
        }
    }

    /// a and b side by side as one slice or constant, or null.
    private Term joined(Term a, Term b) {
        if (a.width() + b.width() > 64) return null;
        if (a.isConstant() && b.isConstant())
            return terms.bits(a.width() + b.width(), a.constant() << b.width() | b.constant());
        if (a.op() == Op.EXTRACT && b.op() == Op.EXTRACT && a.arg(0) == b.arg(0) && a.low() == b.high() + 1) {
            return extract(a.high(), b.low(), a.arg(0));
        }
        return null;
    }

    Term extract(int high, int low, Term t) {
        int width = high - low + 1;
        if (width == t.width()) return t;
        return switch (t.op()) {
            case CONST   -> terms.bits(width, t.constant() >>> low);
            case EXTRACT -> extract(high + t.low(), low + t.low(), t.arg(0));
            case CONCAT  -> slice(high, low, t);
            case ITE     -> t.arg(1).isConstant() || t.arg(2).isConstant() || t.arg(1).op() == Op.CONCAT
                || t.arg(2).op() == Op.CONCAT
                ? terms.ite(t.arg(0), extract(high, low, t.arg(1)), extract(high, low, t.arg(2)))
                    : cut(high, low, t);
            case SEXT    -> high < t.arg(0).width() ? extract(high, low, t.arg(0)) : cut(high, low, t);
            case BAND, BOR, BXOR ->
                bitwise(t.op(), extract(high, low, t.arg(0)), extract(high, low, t.arg(1)));
            case ADD, MUL -> low == 0 && high < t.width() - 1 && t.op() == Op.ADD
                ? t.args().stream().map(x -> extract(high, 0, x)).reduce(terms::add).orElseThrow()
                    : cut(high, low, t);
            default      -> cut(high, low, t);
        };
    }

    private Term cut(int high, int low, Term t) {
        return terms.make(Op.EXTRACT, Sort.bits(high - low + 1), List.of(t), (long) high << 8 | low, null);
    }

    private Term slice(int high, int low, Term concat) {
        List<Term> inside = new ArrayList<>();
        int top = concat.width() - 1;
        for (Term p : concat.args()) {
            int bottom = top - p.width() + 1;
            int from = Math.min(high, top);
            int to = Math.max(low, bottom);
            if (from >= to) inside.add(extract(from - bottom, to - bottom, p));
            top = bottom - 1;
        }
        return concat(inside);
    }

    Term sext(int width, Term t) {
        if (width == t.width()) return t;
        if (t.isConstant()) return terms.bits(width, t.toSigned());
        if (t.op() == Op.SEXT) return sext(width, t.arg(0));
        if (t.op() == Op.CONCAT && t.arg(0).isConstant() && t.arg(0).toSigned() >= 0)
            return terms.zext(width, t);
        if (t.op() == Op.ITE && t.arg(1).isConstant() && t.arg(2).isConstant()) {
            return terms.ite(t.arg(0), sext(width, t.arg(1)), sext(width, t.arg(2)));
        }
        return terms.make(Op.SEXT, Sort.bits(width), t);
    }

    Term shift(Op op, Term a, Term amount) {
        if (!amount.isConstant()) return a.isConstant() && a.constant() == 0 ? a
            : terms.make(op, a.sort(), a, amount);
        int width = a.width();
        long by = amount.constant();
        if (by == 0) return a;
        if (Long.compareUnsigned(by, width) >= 0) return op == Op.ASHR
            ? sext(width, extract(width - 1, width - 1, a)) : terms.bits(width, 0);
        int n = (int) by;
        return switch (op) {
            case SHL  -> concat(List.of(extract(width - 1 - n, 0, a), terms.bits(n, 0)));
            case LSHR -> concat(List.of(terms.bits(n, 0), extract(width - 1, n, a)));
            default   -> sext(width, extract(width - 1, n, a));
        };
    }

    Term bitwise(Op op, Term a, Term b) {
        if (a.isConstant() && b.isConstant())
            return terms.bits(a.width(), Evaluator.binary(op, a.width(), a.constant(), b.constant()));
        if (a == b) return op == Op.BXOR ? terms.bits(a.width(), 0) : a;
        if (a.isConstant()) return bitwise(op, b, a);
        if (b.isConstant() && isWhole(b)) return withUniform(op, a, b);
        if (b.isConstant()) return piecewise(op, a, b, runs(b));
        if (hasConstantPiece(a) || hasConstantPiece(b)) return piecewise(op, a, b, cuts(a, b));
        return a.id() <= b.id() ? terms.make(op, a.sort(), a, b) : terms.make(op, a.sort(), b, a);
    }

    /// Whether all bits of k are alike.
    private static boolean isWhole(Term k) {
        return k.constant() == 0 || k.constant() == Terms.mask(k.width());
    }

    private Term withUniform(Op op, Term a, Term k) {
        boolean ones = k.constant() != 0;
        if (op == Op.BAND) return ones ? a : k;
        if (op == Op.BOR) return ones ? k : a;
        if (!ones) return a;
        if (a.op() == Op.BNOT) return a.arg(0);
        if (a.op() == Op.CONCAT)
            return concat(a.args().stream().map(p -> bitwise(Op.BXOR, p, terms.bits(p.width(), -1)))
            .toList());
        return terms.make(Op.BNOT, a.sort(), a);
    }

    private static boolean hasConstantPiece(Term t) {
        return t.op() == Op.CONCAT && t.args().stream().anyMatch(Term::isConstant);
    }

    /// The lowest bits of the runs of equal bits in k.
    private static NavigableSet<Integer> runs(Term k) {
        NavigableSet<Integer> lows = new TreeSet<>(List.of(0));
        for (int i = 1; i < k.width(); i++) if ((k.constant() >>> i & 1) != (k.constant() >>> (i - 1) & 1))
            lows.add(i);
        return lows;
    }

    private static NavigableSet<Integer> cuts(Term a, Term b) {
        NavigableSet<Integer> lows = new TreeSet<>(List.of(0));
        addCuts(a, lows);
        addCuts(b, lows);
        return lows;
    }

    private static void addCuts(Term t, NavigableSet<Integer> lows) {
        int low = t.width();
        for (Term p : t.op() == Op.CONCAT ? t.args() : List.of(t)) lows.add(low -= p.width());
    }

    private Term piecewise(Op op, Term a, Term b, NavigableSet<Integer> lows) {
        List<Term> parts = new ArrayList<>();
        int high = a.width() - 1;
        for (int low : lows.descendingSet()) {
            parts.add(bitwise(op, extract(high, low, a), extract(high, low, b)));
            high = low - 1;
        }
        return concat(parts);
    }
}
