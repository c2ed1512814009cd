package ashlar.refinement.solve;

import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import java.util.List;
import java.util.Map;

/// Answers questions on bit-vectors, each on its own: for goals without quantifiers that are about bits.
public final class Exact implements AutoCloseable {
    private final int millis;
    private final Context z3 = new Context(Map.of("auto_config", "false"));
    private final Bits bits = new Bits(z3);
    private int queries;

    /// @param millis for one question
    public Exact(int millis) {
        this.millis = millis;
    }

    public int queries() {
        return queries;
    }

    /// Whether clause follows from assumptions.
    public Answer prove(List<Term> assumptions, Term clause) {
        if (clause.isTrue() || assumptions.stream().anyMatch(Term::isFalse)) return new Answer.Proved(0);
        queries++;
        Solver s = z3.mkSimpleSolver();
        Params p = z3.mkParams();
        p.add("timeout", millis);
        p.add("random_seed", 1);
        s.setParameters(p);
        for (Term t : assumptions) add(s, bits.bool(t));
        for (Term t : clause.op() == Op.OR ? clause.args() : List.of(clause)) add(s, z3.mkNot(bits.bool(t)));
        return switch (s.check()) {
            case UNSATISFIABLE -> new Answer.Proved(2);
            case SATISFIABLE   -> new Answer.Refuted(s.getModel().toString());
            case UNKNOWN       -> new Answer.Unknown(s.getReasonUnknown());
        };
    }

    @SuppressWarnings("unchecked")
    private static void add(Solver s, BoolExpr e) {
        s.add(e);
    }

    @Override
    public void close() {
        z3.close();
    }
}
