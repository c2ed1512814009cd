package ashlar.refinement.term;

import ashlar.refinement.term.Term.Binder;
import ashlar.refinement.term.Term.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes terms. Equal terms are one object; each is rewritten as it is made, by the rules of `Booleans`,
/// `Equations`, `Sums` and `Pieces`. One thread at a time.
public final class Terms {
    private static final int CLOCK = 0x3FF;

    private final Map<Shape, Term> known = new HashMap<>();
    private final Booleans booleans = new Booleans(this);
    private final Equations equations = new Equations(this);
    private final Sums sums = new Sums(this);
    private final Pieces pieces = new Pieces(this);
    private final Quantifiers quantifiers = new Quantifiers(this);
    private final Map<String, Integer> freshNames = new HashMap<>();
    private final Term yes = make(Op.TRUE, Sort.bool(), List.of(), 0, null);
    private final Term no = make(Op.FALSE, Sort.bool(), List.of(), 0, null);
    private int boundVariables;
    private boolean isLimited;
    private long deadline;
    private int made;

    /// From then on, by `System.nanoTime`, no new terms are made.
    public void stopAt(long nanoTime) {
        isLimited = true;
        deadline = nanoTime;
    }

    /// The term of this shape, not rewritten.
    /// @throws OutOfTime if it is new, and the time to make terms is up
    Term make(Op op, Sort sort, List<Term> args, long value, Object symbol) {
        if (isLimited && (++made & CLOCK) == 0 && System.nanoTime() - deadline > 0) throw new OutOfTime();
        return known.computeIfAbsent(new Shape(op, sort, args, value, symbol), s ->
            new Term(s, known.size(), free(s)));
    }

    private static Set<Term> free(Shape s) {
        Set<Term> free = new LinkedHashSet<>();
        for (Term t : s.args()) free.addAll(t.free());
        if (s.symbol() instanceof Binder(var bound, _)) bound.forEach(free::remove);
        return free.isEmpty() ? Set.of() : free;
    }

    Term make(Op op, Sort sort, Term... args) {
        return make(op, sort, List.of(args), 0, null);
    }

    public Term tru() {
        return yes;
    }

    public Term fls() {
        return no;
    }

    public Term bool(boolean value) {
        return value ? yes : no;
    }

    public Term int32(int value) {
        return bits(32, value);
    }

    public Term int64(long value) {
        return bits(64, value);
    }

    public Term bits(int width, long value) {
        return make(Op.CONST, Sort.bits(width), List.of(), value & mask(width), null);
    }

    static long mask(int width) {
        return width == 64 ? -1 : (1L << width) - 1;
    }

    public Term var(String name, Sort sort) {
        return make(Op.VAR, sort, List.of(), 0, name);
    }

    /// A variable that occurs nowhere yet.
    public Term fresh(String prefix, Sort sort) {
        return var(prefix + "~" + freshNames.merge(prefix, 1, Integer::sum), sort);
    }

    /// A new variable for a quantifier to bind.
    public Term bound(String name, Sort sort) {
        return boundVariable(new Shape(Op.BOUND, sort, List.of(), boundVariables++, name));
    }

    /// The variable that a quantifier of this height binds at place i.
    Term boundAt(int height, int i, Sort sort) {
        Shape shape = new Shape(Op.BOUND, sort, List.of(), -((long) height << 16 | i) - 1, "x");
        Term known = this.known.get(shape);
        return known != null ? known : boundVariable(shape);
    }

    private Term boundVariable(Shape shape) {
        Set<Term> self = new LinkedHashSet<>();
        Term t = new Term(shape, known.size(), self);
        self.add(t);
        known.put(shape, t);
        return t;
    }

    public Term app(Function f, List<Term> args) {
        if (args.isEmpty()) return var(f.name(), f.result());
        return make(Op.APP, f.result(), List.copyOf(args), 0, f);
    }

    public Term not(Term a) {
        return booleans.not(a);
    }

    public Term and(Term... all) {
        return and(Arrays.asList(all));
    }

    public Term and(List<Term> all) {
        return booleans.junction(all, true);
    }

    public Term or(Term... all) {
        return or(Arrays.asList(all));
    }

    public Term or(List<Term> all) {
        return booleans.junction(all, false);
    }

    public Term implies(Term a, Term b) {
        return or(not(a), b);
    }

    public Term eq(Term a, Term b) {
        return equations.eq(a, b);
    }

    public Term ite(Term c, Term a, Term b) {
        return booleans.ite(c, a, b);
    }

    public Term add(Term a, Term b) {
        return sums.add(a, b);
    }

    public Term sub(Term a, Term b) {
        return sums.add(a, neg(b));
    }

    public Term neg(Term a) {
        return sums.times(a, -1);
    }

    public Term mul(Term a, Term b) {
        if (a.isConstant()) return sums.times(b, a.constant());
        if (b.isConstant()) return sums.times(a, b.constant());
        return a.id() <= b.id() ? make(Op.MUL, a.sort(), a, b) : make(Op.MUL, a.sort(), b, a);
    }

    public Term udiv(Term a, Term b) {
        return folded(Op.UDIV, a, b);
    }

    public Term urem(Term a, Term b) {
        return folded(Op.UREM, a, b);
    }

    public Term sdiv(Term a, Term b) {
        return folded(Op.SDIV, a, b);
    }

    public Term srem(Term a, Term b) {
        return folded(Op.SREM, a, b);
    }

    private Term folded(Op op, Term a, Term b) {
        if (a.isConstant() && b.isConstant())
            return bits(a.width(), Evaluator.binary(op, a.width(), a.constant(), b.constant()));
        return make(op, a.sort(), a, b);
    }

    public Term band(Term a, Term b) {
        return pieces.bitwise(Op.BAND, a, b);
    }

    public Term bor(Term a, Term b) {
        return pieces.bitwise(Op.BOR, a, b);
    }

    public Term bxor(Term a, Term b) {
        return pieces.bitwise(Op.BXOR, a, b);
    }

    public Term bnot(Term a) {
        return bxor(a, bits(a.width(), -1));
    }

    public Term shl(Term a, Term amount) {
        return pieces.shift(Op.SHL, a, amount);
    }

    public Term lshr(Term a, Term amount) {
        return pieces.shift(Op.LSHR, a, amount);
    }

    public Term ashr(Term a, Term amount) {
        return pieces.shift(Op.ASHR, a, amount);
    }

    public Term ult(Term a, Term b) {
        return equations.less(Op.ULT, a, b);
    }

    public Term ule(Term a, Term b) {
        return not(ult(b, a));
    }

    public Term slt(Term a, Term b) {
        return equations.less(Op.SLT, a, b);
    }

    public Term sle(Term a, Term b) {
        return not(slt(b, a));
    }

    /// high's bits above low's.
    public Term concat(Term high, Term low) {
        return pieces.concat(List.of(high, low));
    }

    public Term extract(int high, int low, Term t) {
        return pieces.extract(high, low, t);
    }

    public Term zext(int width, Term t) {
        return width == t.width() ? t : concat(bits(width - t.width(), 0), t);
    }

    public Term sext(int width, Term t) {
        return pieces.sext(width, t);
    }

    public Term forAll(List<Term> bound, Term body) {
        return quantifiers.forAll(bound, List.of(), body);
    }

    /// @param patterns each a list of terms that together hold all of bound; where all of one list occur, the
    ///                 solver uses body
    public Term forAll(List<Term> bound, List<List<Term>> patterns, Term body) {
        return quantifiers.forAll(bound, patterns, body);
    }

    public Term exists(List<Term> bound, Term body) {
        return not(forAll(bound, not(body)));
    }

    /// Terms whose conjunction t is, as far apart as is cheap.
    public List<Term> clauses(Term t) {
        return quantifiers.clauses(t);
    }

    /// t with variables replaced.
    public Term substitute(Term t, Map<Term, Term> replaced) {
        return new Substitution(this, replaced).of(t);
    }

    /// Makes a term of op again, with other arguments.
    Term again(Term t, List<Term> a) {
        return switch (t.op()) {
            case TRUE, FALSE, CONST, VAR, BOUND -> t;
            case APP     -> app(t.function(), a);
            case NOT     -> not(a.getFirst());
            case AND     -> and(a);
            case OR      -> or(a);
            case EQ      -> eq(a.get(0), a.get(1));
            case ITE     -> ite(a.get(0), a.get(1), a.get(2));
            case ADD     -> a.stream().reduce(this::add).orElseThrow();
            case MUL     -> mul(a.get(0), a.get(1));
            case UDIV, UREM, SDIV, SREM -> folded(t.op(), a.get(0), a.get(1));
            case BAND, BOR, BXOR        -> pieces.bitwise(t.op(), a.get(0), a.get(1));
            case BNOT    -> bnot(a.getFirst());
            case SHL, LSHR, ASHR        -> pieces.shift(t.op(), a.get(0), a.get(1));
            case ULT, SLT               -> equations.less(t.op(), a.get(0), a.get(1));
            case CONCAT  -> pieces.concat(a);
            case EXTRACT -> extract(t.high(), t.low(), a.getFirst());
            case ZEXT    -> zext(t.width(), a.getFirst());
            case SEXT    -> sext(t.width(), a.getFirst());
            case FORALL  -> forAll(t.bound(), t.patterns(), a.getFirst());
        };
    }

    List<Term> sorted(Iterable<Term> all) {
        List<Term> list = new ArrayList<>();
        all.forEach(list::add);
        list.sort((a, b) -> Integer.compare(a.id(), b.id()));
        return list;
    }
}
