package ashlar.refinement.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Random terms, not rewritten.
public final class RandomTerms {
    private static final List<Op> CHEAP = List.of(Op.ADD, Op.BAND, Op.BOR, Op.BXOR, Op.SHL, Op.LSHR, Op.ASHR,
        Op.ADD, Op.ITE, Op.CONCAT, Op.EXTRACT, Op.BNOT, Op.SEXT, Op.ZEXT);
    private static final List<Op> DEAR = List.of(Op.MUL, Op.UDIV, Op.UREM, Op.SDIV, Op.SREM);
    private static final List<Op> BOOLEAN = List.of(Op.NOT, Op.AND, Op.OR, Op.EQ, Op.ULT, Op.SLT, Op.ITE,
        Op.EQ, Op.AND, Op.OR);

    private final Terms terms;
    private final Raw raw;
    private final RandomGenerator random;
    private final boolean withDear;
    private final Map<Integer, List<Term>> made = new HashMap<>();

    /// @param withDear whether products and quotients of variables occur
    public RandomTerms(Terms terms, RandomGenerator random, boolean withDear) {
        this.terms = terms;
        this.raw = new Raw(terms);
        this.random = random;
        this.withDear = withDear;
    }

    /// The variables that occur, of all widths and boolean.
    public static String variable(int width, int i) {
        return "v" + width + "." + i;
    }

    /// A term like an earlier one of its width in one case of four: rules look for what occurs twice.
    private Term again(Term t) {
        List<Term> earlier = made.computeIfAbsent(t.width(), _ -> new ArrayList<>());
        if (!earlier.isEmpty() && random.nextInt(4) == 0) return earlier.get(random.nextInt(earlier.size()));
        earlier.add(t);
        return t;
    }

    public Term bits(int width, int depth) {
        return again(fresh(width, depth));
    }

    private Term fresh(int width, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) return leaf(width);
        List<Op> ops = withDear && random.nextInt(4) == 0 ? DEAR : CHEAP;
        Op op = ops.get(random.nextInt(ops.size()));
        return switch (op) {
            case ITE     -> raw.of(op, bool(depth - 1), bits(width, depth - 1), bits(width, depth - 1));
            case BNOT    -> raw.of(op, bits(width, depth - 1));
            case CONCAT  -> concat(width, depth);
            case EXTRACT -> extract(width, depth);
            case SEXT, ZEXT -> width == 1 ? leaf(width)
                : raw.extended(op, width, bits(random.nextInt(1, width), depth - 1));
            default      -> raw.of(op, bits(width, depth - 1), bits(width, depth - 1));
        };
    }

    private Term leaf(int width) {
        return switch (random.nextInt(6)) {
            case 0  -> terms.bits(width, random.nextInt(-2, 3));
            case 1  -> terms.bits(width, random.nextLong());
            case 2  -> terms.bits(width, 1L << random.nextInt(64));
            default -> terms.var(variable(width, random.nextInt(2)), Sort.bits(width));
        };
    }

    private Term concat(int width, int depth) {
        if (width == 1) return leaf(width);
        int high = random.nextInt(1, width);
        return raw.of(Op.CONCAT, bits(high, depth - 1), bits(width - high, depth - 1));
    }

    private Term extract(int width, int depth) {
        int from = random.nextInt(width, 65);
        int low = random.nextInt(from - width + 1);
        return raw.extract(low + width - 1, low, bits(from, depth - 1));
    }

    public Term bool(int depth) {
        return again(fresh(depth));
    }

    private Term fresh(int depth) {
        if (depth == 0 || random.nextInt(8) == 0)
            return random.nextInt(6) == 0 ? terms.bool(random.nextBoolean())
                : terms.var(variable(0, random.nextInt(3)), Sort.bool());
        Op op = BOOLEAN.get(random.nextInt(BOOLEAN.size()));
        return switch (op) {
            case NOT     -> raw.of(op, bool(depth - 1));
            case AND, OR -> raw.of(op, bools(depth - 1));
            case ITE     -> raw.of(op, bools(depth - 1, 3));
            case EQ      -> random.nextInt(4) == 0 ? raw.of(op, bools(depth - 1, 2)) : comparison(op, depth);
            default      -> comparison(op, depth);
        };
    }

    private Term comparison(Op op, int depth) {
        int width = List.of(1, 2, 8, 16, 32, 64).get(random.nextInt(6));
        return raw.of(op, bits(width, depth - 1), bits(width, depth - 1));
    }

    private Term[] bools(int depth) {
        return bools(depth, random.nextInt(2, 5));
    }

    private Term[] bools(int depth, int n) {
        List<Term> all = new ArrayList<>();
        for (int i = 0; i < n; i++) all.add(bool(depth));
        return all.toArray(Term[]::new);
    }
}
