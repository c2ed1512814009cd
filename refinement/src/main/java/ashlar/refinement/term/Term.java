package ashlar.refinement.term;

import java.util.List;
import java.util.Set;

/// A term. Equal terms of one `Terms` are the same object.
public final class Term {
    /// What tells two terms apart, beside their arguments.
    /// @param value    of a constant, its lowest bits; of EXTRACT the high bit shifted by 8 and the low bit
    /// @param symbol   a name, a Function, or the bound variables and patterns of FORALL
    record Shape(Op op, Sort sort, List<Term> args, long value, Object symbol) {
        @Override
        public int hashCode() {
            int hash = 31 * op.name().hashCode() + Long.hashCode(value);
            for (Term t : args) hash = 31 * hash + t.id;
            return symbol == null ? hash : 31 * hash + symbol.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Shape s && op == s.op && value == s.value && args.equals(s.args)
                && sort.equals(s.sort)
                && java.util.Objects.equals(symbol, s.symbol);
        }
    }

    /// Bound variables and patterns of a FORALL.
    record Binder(List<Term> bound, List<List<Term>> patterns) { }

    private final Shape shape;
    private final int id;
    private final Set<Term> free;

    Term(Shape shape, int id, Set<Term> free) {
        this.shape = shape;
        this.id = id;
        this.free = free;
    }

    public int id() {
        return id;
    }

    public Op op() {
        return shape.op;
    }

    public Sort sort() {
        return shape.sort;
    }

    /// Bits of the sort; 0 for a boolean.
    public int width() {
        return shape.sort instanceof Sort.Bits(var width) ? width : 0;
    }

    public List<Term> args() {
        return shape.args;
    }

    public Term arg(int i) {
        return shape.args.get(i);
    }

    /// A constant's bits.
    public long constant() {
        return shape.value;
    }

    /// A constant as a two's complement number.
    public long toSigned() {
        return shape.value << (64 - width()) >> (64 - width());
    }

    public Function function() {
        return (Function) shape.symbol;
    }

    /// The name of a variable.
    public String name() {
        return (String) shape.symbol;
    }

    /// The bound variables of a FORALL.
    public List<Term> bound() {
        return ((Binder) shape.symbol).bound;
    }

    /// The patterns of a FORALL as given; empty if none were.
    public List<List<Term>> patterns() {
        return ((Binder) shape.symbol).patterns;
    }

    /// The highest bit of an EXTRACT.
    public int high() {
        return (int) (shape.value >> 8);
    }

    public int low() {
        return (int) (shape.value & 255);
    }

    public boolean isTrue() {
        return shape.op == Op.TRUE;
    }

    public boolean isFalse() {
        return shape.op == Op.FALSE;
    }

    public boolean isConstant() {
        return shape.op == Op.CONST;
    }

    /// Whether a variable occurs that is bound further out.
    public boolean hasBound() {
        return !free.isEmpty();
    }

    /// The BOUND variables that occur and are not bound here.
    public Set<Term> free() {
        return free;
    }

    Shape shape() {
        return shape;
    }

    @Override
    public String toString() {
        return switch (shape.op) {
            case TRUE, FALSE -> shape.op.name().toLowerCase(java.util.Locale.ROOT);
            case CONST       -> width() == 32 ? Long.toString(toSigned())
                : "0x" + Long.toHexString(shape.value);
            case VAR         -> name();
            case BOUND       -> name() + "!" + id;
            case APP         -> function().name() + args();
            case EXTRACT     -> "(extract " + high() + " " + low() + " " + arg(0) + ")";
            case FORALL      -> "(forall " + bound() + " " + arg(0) + ")";
            default          -> "(" + shape.op.name().toLowerCase(java.util.Locale.ROOT) + " "
                + String.join(" ", args().stream().map(Term::toString).toList()) + ")";
        };
    }
}
