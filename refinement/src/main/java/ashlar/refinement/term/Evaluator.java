package ashlar.refinement.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// The value of a term without quantifiers: a boolean as 0 or 1, a bit-vector as its lowest bits.
public final class Evaluator {
    private final Map<Term, Long> variables;
    private final BiFunction<Function, List<Long>, Long> functions;
    private final Map<Term, Long> done = new HashMap<>();

    /// @param functions the value of an application
    public Evaluator(Map<Term, Long> variables, BiFunction<Function, List<Long>, Long> functions) {
        this.variables = variables;
        this.functions = functions;
    }

    public long value(Term t) {
        Long known = done.get(t);
        if (known != null) return known;
        long v = compute(t) & (t.width() == 0 ? 1 : Terms.mask(t.width()));
        done.put(t, v);
        return v;
    }

    private long compute(Term t) {
        return switch (t.op()) {
            case TRUE       -> 1;
            case FALSE      -> 0;
            case CONST      -> t.constant();
            case VAR, BOUND -> variable(t);
            case APP        -> functions.apply(t.function(), t.args().stream().map(this::value).toList());
            case NOT        -> 1 - value(t.arg(0));
            case AND        -> t.args().stream().allMatch(a -> value(a) == 1) ? 1 : 0;
            case OR         -> t.args().stream().anyMatch(a -> value(a) == 1) ? 1 : 0;
            case EQ         -> value(t.arg(0)) == value(t.arg(1)) ? 1 : 0;
            case ITE        -> value(t.arg(0)) == 1 ? value(t.arg(1)) : value(t.arg(2));
            case ADD        -> t.args().stream().mapToLong(this::value).sum();
            case BNOT       -> ~value(t.arg(0));
            case ULT        -> Long.compareUnsigned(value(t.arg(0)), value(t.arg(1))) < 0 ? 1 : 0;
            case SLT        -> signed(t.arg(0)) < signed(t.arg(1)) ? 1 : 0;
            case CONCAT     -> t.args().stream()
                .reduce(0L, (high, p) -> high << p.width() | value(p), (x, _) -> x);
            case EXTRACT    -> value(t.arg(0)) >>> t.low();
            case ZEXT       -> value(t.arg(0));
            case SEXT       -> signed(t.arg(0));
            case MUL, UDIV, UREM, SDIV, SREM, BAND, BOR, BXOR, SHL, LSHR, ASHR
                            -> binary(t.op(), t.width(), value(t.arg(0)), value(t.arg(1)));
            case FORALL     -> throw new IllegalArgumentException("a quantifier has no value here");
        };
    }

    private long variable(Term t) {
        Long v = variables.get(t);
        if (v == null) throw new IllegalArgumentException("no value for " + t);
        return v;
    }

    private long signed(Term t) {
        return signed(value(t), t.width());
    }

    private static long signed(long v, int width) {
        return v << (64 - width) >> (64 - width);
    }

    /// The operation on two words of width bits, as SMT-LIB defines it.
    static long binary(Op op, int width, long a, long b) {
        long mask = Terms.mask(width);
        return mask & switch (op) {
            case MUL  -> a * b;
            case UDIV -> b == 0 ? mask : Long.divideUnsigned(a, b);
            case UREM -> b == 0 ? a : Long.remainderUnsigned(a, b);
            case SDIV -> b == 0 ? signed(a, width) < 0 ? 1 : mask : signed(a, width) / signed(b, width);
            case SREM -> b == 0 ? a : signed(a, width) % signed(b, width);
            case BAND -> a & b;
            case BOR  -> a | b;
            case BXOR -> a ^ b;
            case SHL  -> Long.compareUnsigned(b, width) >= 0 ? 0 : a << b;
            case LSHR -> Long.compareUnsigned(b, width) >= 0 ? 0 : a >>> b;
            case ASHR -> signed(a, width) >> Math.min(63, Long.compareUnsigned(b, width) >= 0 ? 63 : b);
            default   -> throw new IllegalArgumentException("no binary operation: " + op);
        };
    }
}
