package ashlar.refinement.solve;

import ashlar.refinement.term.Term;
import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.IntSort;
import com.microsoft.z3.Sort;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A meaning with more models than bit-vectors have, so what holds in it holds of them. Terms that are only
/// told
/// apart are of an uninterpreted sort; numbers are integers, the signed value; sums that leave the range and
/// all
/// other operations are uninterpreted functions.
final class Abstraction extends Translation {
    private final Classes classes;
    private final Map<Object, Sort> sorts = new HashMap<>();
    private final Map<Sort, Map<Long, Expr<?>>> constants = new LinkedHashMap<>();

    Abstraction(Context z3, Classes classes) {
        super(z3);
        this.classes = classes;
    }

    /// That constants of one sort differ.
    List<BoolExpr> distinctness() {
        return constants.values().stream().filter(m -> m.size() > 1)
            .map(m -> z3.mkDistinct(m.values().toArray(Expr<?>[]::new))).toList();
    }

    private Sort sort(Object clazz) {
        if (clazz == Classes.NUMBERS) return z3.getIntSort();
        return sorts.computeIfAbsent(clazz, _ -> z3.mkUninterpretedSort("U" + sorts.size()));
    }

    @Override
    Sort sort(Term t) {
        if (t.width() == 0) return z3.getBoolSort();
        return t.isConstant() ? z3.getIntSort() : sort(classes.of(t));
    }

    @Override
    Expr<?> constant(Term k, Sort expected) {
        if (expected == null || expected instanceof IntSort) return z3.mkInt(k.toSigned());
        return constants.computeIfAbsent(expected, _ -> new LinkedHashMap<>())
            .computeIfAbsent(k.constant(), v -> z3.mkConst(expected + "#" + Long.toHexString(v), expected));
    }

    @Override
    Expr<?> application(Term t) {
        var f = t.function();
        Sort[] domain = new Sort[t.args().size()];
        Expr<?>[] args = new Expr<?>[domain.length];
        for (int i = 0; i < domain.length; i++) {
            boolean isBool = f.parameters().get(i) instanceof ashlar.refinement.term.Sort.Bool;
            domain[i] = isBool ? z3.getBoolSort() : sort(classes.of(f, i));
            args[i] = at(t.arg(i), domain[i]);
        }
        boolean isBool = f.result() instanceof ashlar.refinement.term.Sort.Bool;
        return z3.mkApp(z3.mkFuncDecl(f.name(), domain, isBool ? z3.getBoolSort() : sort(classes.of(f, -1))),
            args);
    }

    @Override
    Expr<?> operation(Term t) {
        return switch (t.op()) {
            case CONST    -> constant(t, null);
            case ADD      -> wrapped(t, z3.mkAdd(numbers(t)));
            case MUL      -> t.arg(1).isConstant() ? wrapped(t, z3.mkMul(numbers(t))) : opaque(t);
            case SLT      -> z3.mkLt(number(t.arg(0)), number(t.arg(1)));
            case ULT      -> unsignedLess(number(t.arg(0)), number(t.arg(1)));
            default       -> opaque(t);
        };
    }

    private ArithExpr<?>[] numbers(Term t) {
        return t.args().stream().map(this::number).toArray(ArithExpr<?>[]::new);
    }

    private ArithExpr<?> number(Term t) {
        return (ArithExpr<?>) at(t, z3.getIntSort());
    }

    /// The exact sum or product where it is in range; some value elsewhere.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Expr<?> wrapped(Term t, ArithExpr<?> exact) {
        int width = t.width();
        var bound = java.math.BigInteger.ONE.shiftLeft(width - 1);
        BoolExpr inRange =
            z3.mkAnd(z3.mkLe(z3.mkInt(bound.negate().toString()), exact),
            z3.mkLt(exact, z3.mkInt(bound.toString())));
        var wrap = z3.mkFuncDecl("wrap" + width, z3.getIntSort(), z3.getIntSort());
        return z3.mkITE(inRange, (Expr) exact, (Expr) z3.mkApp(wrap, exact));
    }

    private BoolExpr unsignedLess(ArithExpr<?> a, ArithExpr<?> b) {
        var zero = z3.mkInt(0);
        BoolExpr sameSign = z3.mkEq(z3.mkGe(a, zero), z3.mkGe(b, zero));
        return z3.mkOr(z3.mkAnd(sameSign, z3.mkLt(a, b)), z3.mkAnd(z3.mkGe(a, zero), z3.mkLt(b, zero)));
    }

    /// An uninterpreted function, one for each operation and each choice of sorts.
    private Expr<?> opaque(Term t) {
        Sort[] domain = t.args().stream().map(this::sort).toArray(Sort[]::new);
        Expr<?>[] args = t.args().stream().map(a -> at(a, sort(a))).toArray(Expr<?>[]::new);
        StringBuilder name =
            new StringBuilder(t.op() + "/" + t.width()
            + (t.op() == ashlar.refinement.term.Op.EXTRACT ? "/" + t.high() + "/" + t.low() : ""));
        for (Term a : t.args()) name.append('/').append(a.width());
        for (Sort s : domain) name.append('/').append(s);
        Sort result = sort(t);
        return z3.mkApp(z3.mkFuncDecl(name + "/" + result, domain, result), args);
    }
}
