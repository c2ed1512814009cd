package ashlar.refinement.solve;

import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Pattern;
import com.microsoft.z3.Sort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Terms as Z3's expressions: booleans, applications and quantifiers here, bit-vectors in the subclasses.
abstract class Translation {
    final Context z3;
    private final Map<Term, Expr<?>> done = new HashMap<>();

    Translation(Context z3) {
        this.z3 = z3;
    }

    abstract Sort sort(Term t);

    /// The constant k where other stands beside it, or where an argument of sort is expected.
    abstract Expr<?> constant(Term k, Sort expected);

    abstract Expr<?> operation(Term t);

    abstract Expr<?> application(Term t);

    BoolExpr bool(Term t) {
        return (BoolExpr) expr(t);
    }

    Expr<?> expr(Term t) {
        Expr<?> known = done.get(t);
        if (known != null) return known;
        Expr<?> e = translated(t);
        done.put(t, e);
        return e;
    }

    private Expr<?> translated(Term t) {
        return switch (t.op()) {
            case TRUE       -> z3.mkTrue();
            case FALSE      -> z3.mkFalse();
            case NOT        -> z3.mkNot(bool(t.arg(0)));
            case AND        -> z3.mkAnd(bools(t.args()));
            case OR         -> z3.mkOr(bools(t.args()));
            case EQ         -> equation(t);
            case ITE        -> choice(t);
            case VAR, BOUND -> z3.mkConst(t.name() + (t.op() == Op.BOUND ? "!" + t.id() : ""), sort(t));
            case APP        -> application(t);
            case FORALL     -> quantified(t);
            default         -> operation(t);
        };
    }

    private BoolExpr[] bools(List<Term> all) {
        return all.stream().map(this::bool).toArray(BoolExpr[]::new);
    }

    private Expr<?> equation(Term t) {
        Sort sort = t.arg(0).isConstant() ? sort(t.arg(1)) : sort(t.arg(0));
        return z3.mkEq(at(t.arg(0), sort), at(t.arg(1), sort));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Expr<?> choice(Term t) {
        Sort sort = sort(t);
        return z3.mkITE(bool(t.arg(0)), (Expr) at(t.arg(1), sort), (Expr) at(t.arg(2), sort));
    }

    /// t where sort is expected.
    Expr<?> at(Term t, Sort expected) {
        return t.isConstant() ? constant(t, expected) : expr(t);
    }

    private Expr<?> quantified(Term t) {
        Expr<?>[] bound = t.bound().stream().map(this::expr).toArray(Expr<?>[]::new);
        Pattern[] patterns = Patterns.of(t).stream()
            .map(p -> z3.mkPattern(p.stream().map(this::expr).toArray(Expr<?>[]::new)))
                .toArray(Pattern[]::new);
        return z3.mkForall(bound, expr(t.arg(0)) instanceof BoolExpr b ? b : null, 1, patterns, null, null,
            null);
    }
}
