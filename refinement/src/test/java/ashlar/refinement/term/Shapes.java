package ashlar.refinement.term;

import java.util.ArrayList;
import java.util.List;

/// Arguments of all the forms that rewriting rules look for, not rewritten: of one width, and booleans.
public final class Shapes {
    /// The operations on two bit-vectors of one width.
    public static final List<Op> BINARY = List.of(Op.ADD, Op.MUL, Op.UDIV, Op.UREM, Op.SDIV, Op.SREM,
        Op.BAND, Op.BOR, Op.BXOR, Op.SHL, Op.LSHR, Op.ASHR, Op.ULT, Op.SLT, Op.EQ);

    private final Terms terms;
    private final Raw raw;
    private final int width;
    private final Term x;
    private final Term y;
    private final Term p;
    private final Term q;

    public Shapes(Terms terms, int width) {
        this.terms = terms;
        this.raw = new Raw(terms);
        this.width = width;
        this.x = terms.var("x", Sort.bits(width));
        this.y = terms.var("y", Sort.bits(width));
        this.p = terms.var("p", Sort.bool());
        this.q = terms.var("q", Sort.bool());
    }

    private Term k(long value) {
        return terms.bits(width, value);
    }

    public List<Term> bits() {
        List<Term> all = new ArrayList<>(List.of(x, y));
        all.addAll(constants());
        all.addAll(sums());
        all.addAll(choices());
        all.addAll(pieces());
        return all;
    }

    private List<Term> constants() {
        return List.of(k(0), k(1), k(-1), k(3), k(1L << (width - 1)), k(0x3c), k(~0x0f));
    }

    private List<Term> sums() {
        return List.of(raw.of(Op.ADD, x, k(1)), raw.of(Op.ADD, x, k(-3)), raw.of(Op.ADD, x, y),
            raw.of(Op.ADD, x, raw.of(Op.MUL, y, k(-1))), raw.of(Op.MUL, x, k(2)), raw.of(Op.MUL, x, k(-1)),
            raw.of(Op.ADD, raw.of(Op.MUL, x, k(4)), raw.of(Op.MUL, y, k(-1))));
    }

    private List<Term> choices() {
        return List.of(raw.of(Op.ITE, p, x, y), raw.of(Op.ITE, p, k(1), k(0)), raw.of(Op.ITE, q, k(1), k(0)),
            raw.of(Op.ITE, p, k(3), k(5)), raw.of(Op.ITE, q, x, k(3)), raw.of(Op.ITE, p, y, x),
            raw.of(Op.ITE, p, k(-1), raw.of(Op.ITE, q, k(0), k(1))));
    }

    private List<Term> pieces() {
        int half = width / 2;
        Term low = raw.extract(half - 1, 0, x);
        Term high = raw.extract(width - 1, half, x);
        Term lowOfY = raw.extract(half - 1, 0, y);
        Term wide = terms.var("wide", Sort.bits(64));
        return List.of(raw.of(Op.CONCAT, high, low), raw.of(Op.CONCAT, lowOfY, low),
            raw.of(Op.CONCAT, terms.bits(half, 0), low), raw.of(Op.CONCAT, high, terms.bits(half, 0)),
            raw.of(Op.CONCAT, terms.bits(half, 5), lowOfY), raw.extended(Op.ZEXT, width, low),
            raw.extended(Op.SEXT, width, low), raw.extract(width - 1, 0, wide),
            raw.extract(63, 64 - width, wide), raw.of(Op.BAND, x, k(0x3c)), raw.of(Op.BOR, x, k(0x0f)),
            raw.of(Op.BXOR, x, y), raw.of(Op.BNOT, x), raw.of(Op.SHL, x, k(3)), raw.of(Op.LSHR, x, k(3)),
            raw.of(Op.ASHR, y, k(3)), raw.of(Op.SHL, x, y),
            raw.extended(Op.SEXT, width, raw.extract(2, 0, y)));
    }

    public List<Term> booleans() {
        Term r = terms.var("r", Sort.bool());
        return List.of(p, q, r, terms.tru(), terms.fls(), raw.of(Op.NOT, p), raw.of(Op.AND, p, q),
            raw.of(Op.OR, p, raw.of(Op.NOT, q)), raw.of(Op.AND, p, q, r), raw.of(Op.OR, raw.of(Op.NOT, p), r),
            raw.of(Op.ITE, p, q, r), raw.of(Op.EQ, p, q), raw.of(Op.EQ, x, y), raw.of(Op.EQ, x, k(3)),
            raw.of(Op.EQ, x, k(5)), raw.of(Op.NOT, raw.of(Op.EQ, x, k(3))), raw.of(Op.ULT, x, y),
            raw.of(Op.NOT, raw.of(Op.ULT, x, y)), raw.of(Op.SLT, y, x), raw.of(Op.NOT, raw.of(Op.SLT, y, x)),
            raw.of(Op.NOT, raw.of(Op.EQ, y, x)), raw.of(Op.ULT, x, k(1)), raw.of(Op.SLT, y, k(0)));
    }

    /// Every operation on one or two bit-vectors, of all shapes.
    public List<Term> operations() {
        List<Term> all = new ArrayList<>();
        for (Term a : bits()) {
            all.addAll(unary(a));
            for (Term b : bits()) for (Op op : BINARY) all.add(raw.of(op, a, b));
        }
        return all;
    }

    private List<Term> unary(Term a) {
        List<Term> all = new ArrayList<>(List.of(raw.of(Op.BNOT, a)));
        int[][] cuts = {{width - 1, 0}, {width - 1, 1}, {width - 2, 0}, {width / 2, 2}, {0, 0},
            {width - 1, width - 1}, {width / 2 - 1, 0}, {width - 1, width / 2}};
        for (int[] c : cuts) all.add(raw.extract(c[0], c[1], a));
        for (int n = 1; n < width; n += width / 4 + 1) {
            all.add(raw.of(Op.SHL, a, k(n)));
            all.add(raw.of(Op.LSHR, a, k(n)));
            all.add(raw.of(Op.ASHR, a, k(n)));
        }
        if (width > 32) return all;
        all.add(raw.extended(Op.ZEXT, 2 * width, a));
        all.add(raw.extended(Op.SEXT, 2 * width, a));
        all.add(raw.of(Op.CONCAT, a, x));
        all.add(raw.of(Op.CONCAT, k(0), a));
        return all;
    }

    /// Choices between bit-vectors: variables, constants, sums and choices.
    public List<Term> iteOfBits() {
        List<Term> arms = new ArrayList<>(List.of(x, y, raw.of(Op.ADD, x, k(1))));
        arms.addAll(constants());
        arms.addAll(choices());
        List<Term> all = new ArrayList<>();
        for (Term c : booleans()) for (Term a : arms) for (Term b : arms) all.add(raw.of(Op.ITE, c, a, b));
        return all;
    }

    /// Operations on two or three booleans of all shapes.
    public List<Term> connectives() {
        List<Term> all = new ArrayList<>();
        List<Term> shapes = booleans();
        for (int i = 0; i < shapes.size(); i++) {
            all.add(raw.of(Op.NOT, shapes.get(i)));
            for (int j = 0; j < shapes.size(); j++) all.addAll(ternary(shapes, i, j));
        }
        return all;
    }

    private List<Term> ternary(List<Term> shapes, int i, int j) {
        List<Term> all = new ArrayList<>(List.of(raw.of(Op.EQ, shapes.get(i), shapes.get(j))));
        for (int k = 0; k < shapes.size(); k++) {
            all.add(raw.of(Op.ITE, shapes.get(i), shapes.get(j), shapes.get(k)));
            if (i > j || j > k) continue;
            all.add(raw.of(Op.AND, shapes.get(i), shapes.get(j), shapes.get(k)));
            all.add(raw.of(Op.OR, shapes.get(i), shapes.get(j), shapes.get(k)));
        }
        return all;
    }
}
