package ashlar.refinement.solve;

import ashlar.refinement.term.Term;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Asks Z3 whether two terms are equal in all models.
final class Equivalence implements AutoCloseable {
    private static final int MILLIS = 20_000;

    private final Context z3 = new Context(Map.of());
    private final Bits bits = new Bits(z3);
    private final Solver solver = z3.mkSolver("QF_BV");
    private final List<String> failures = new ArrayList<>();
    private int rewritten;
    private int solved;

    Equivalence() {
        Params p = z3.mkParams();
        p.add("timeout", MILLIS);
        solver.setParameters(p);
    }

    /// Terms that were not the same object.
    int rewritten() {
        return rewritten;
    }

    /// Questions that were more than simplification.
    int solved() {
        return solved;
    }

    List<String> failures() {
        return failures;
    }

    void prove(Term a, Term b) {
        if (a == b) return;
        rewritten++;
        Expr<?> equal = z3.mkEq(bits.expr(a), bits.expr(b)).simplify();
        if (equal.isTrue()) return;
        solved++;
        solver.push();
        add(z3.mkNot((BoolExpr) equal));
        Status status = solver.check();
        if (status == Status.SATISFIABLE) failures.add(a + " is not " + b + ": " + solver.getModel());
        if (status == Status.UNKNOWN) failures.add(a + " or " + b + ": " + solver.getReasonUnknown());
        solver.pop();
    }

    @SuppressWarnings("unchecked")
    private void add(BoolExpr e) {
        solver.add(e);
    }

    @Override
    public void close() {
        z3.close();
    }
}
