package ashlar.refinement.solve;

import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import com.microsoft.z3.Version;
import com.microsoft.z3.Z3Exception;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Answers goals, in order, under assumptions that come between them: first in an abstraction that is cheap
/// and
/// has more models, then in bit-vectors.
public final class Prover implements AutoCloseable {
    private static final int AT_A_TIME = 48;

    private final Limits limits;
    private final Context z3 = new Context(Map.of("auto_config", "false"));
    private final Abstraction abstraction;
    private final Solver tier1;
    private final Bits bits = new Bits(z3);
    private final List<Term> assumed = new ArrayList<>();
    private final Map<Term, Boolean> bitwise = new HashMap<>();
    private int queries;

    /// @param all every assumption and goal to come: from them the sorts of the abstraction are inferred
    public Prover(Limits limits, List<Term> all) {
        this.limits = limits;
        Classes classes = new Classes();
        for (Term t : all) classes.add(t);
        classes.close();
        this.abstraction = new Abstraction(z3, classes);
        this.tier1 = solver(limits.tier1Millis());
    }

    private Solver solver(int millis) {
        Solver s = z3.mkSimpleSolver();
        Params p = z3.mkParams();
        p.add("timeout", millis);
        p.add("mbqi", false);
        p.add("random_seed", 1);
        s.setParameters(p);
        return s;
    }

    /// The version of the solver that is really loaded.
    public static String solverVersion() {
        return Version.getFullVersion();
    }

    public int queries() {
        return queries;
    }

    public void assume(Term t) {
        assumed.add(t);
        add(tier1, abstraction.bool(t));
    }

    /// The clauses that do not follow from guard and what was assumed so far, each with why.
    public Map<Term, Answer> prove(Term guard, List<Term> clauses) {
        Map<Term, Answer> open = new LinkedHashMap<>();
        for (int i = 0; i < clauses.size(); i += AT_A_TIME) {
            halve(guard, clauses.subList(i, Math.min(clauses.size(), i + AT_A_TIME)), open);
        }
        return open;
    }

    /// Asks for all clauses at once, since most questions take longer to put than to answer; if the answer is
    /// not yes, for each half.
    private void halve(Term guard, List<Term> clauses, Map<Term, Answer> open) {
        if (clauses.size() == 1 && speaksOfBits(clauses.getFirst())
            && holdsByItself(guard, clauses.getFirst())) return;
        if (abstractly(guard, clauses) == Status.UNSATISFIABLE) return;
        if (clauses.size() == 1) {
            Answer exact = exactly(guard, clauses.getFirst());
            if (!(exact instanceof Answer.Proved)) open.put(clauses.getFirst(), exact);
        } else {
            halve(guard, clauses.subList(0, clauses.size() / 2), open);
            halve(guard, clauses.subList(clauses.size() / 2, clauses.size()), open);
        }
    }

    /// Whether clause follows from the bits of guard and clause alone.
    private boolean holdsByItself(Term guard, Term clause) {
        if (hasQuantifier(guard, new HashSet<>()) || hasQuantifier(clause, new HashSet<>())) return false;
        queries++;
        Solver s = solver(limits.tier1Millis());
        add(s, bits.bool(guard));
        for (BoolExpr e : denied(bits, clause)) add(s, e);
        return check(s) == Status.UNSATISFIABLE;
    }

    private boolean speaksOfBits(Term t) {
        Boolean known = bitwise.get(t);
        if (known != null) return known;
        boolean is = switch (t.op()) {
            case EXTRACT, CONCAT, SHL, LSHR, ASHR, BAND, BOR, BXOR, BNOT, ZEXT, SEXT -> true;
            default -> t.args().stream().anyMatch(this::speaksOfBits);
        };
        bitwise.put(t, is);
        return is;
    }

    private Status abstractly(Term guard, List<Term> clauses) {
        queries++;
        tier1.push();
        add(tier1, abstraction.bool(guard));
        if (clauses.size() == 1) denied(abstraction, clauses.getFirst()).forEach(e -> add(tier1, e));
        else add(tier1, z3.mkNot(z3.mkAnd(clauses.stream().map(abstraction::bool).toArray(BoolExpr[]::new))));
        for (BoolExpr e : abstraction.distinctness()) add(tier1, e);
        Status status = check(tier1);
        tier1.pop();
        return status;
    }

    private static List<BoolExpr> denied(Translation translation, Term clause) {
        List<Term> parts = clause.op() == Op.OR ? clause.args() : List.of(clause);
        return parts.stream()
            .map(t -> t.op() == Op.NOT ? translation.bool(t.arg(0))
            : translation.z3.mkNot(translation.bool(t))).toList();
    }

    private Answer exactly(Term guard, Term clause) {
        queries++;
        Solver s = solver(limits.tier2Millis());
        boolean quantified = hasQuantifier(clause, new HashSet<>());
        for (Term t : assumed) {
            quantified |= hasQuantifier(t, new HashSet<>());
            add(s, bits.bool(t));
        }
        add(s, bits.bool(guard));
        for (BoolExpr e : denied(bits, clause)) add(s, e);
        return switch (check(s)) {
            case UNSATISFIABLE -> new Answer.Proved(2);
            case SATISFIABLE   -> quantified ? new Answer.Unknown("no proof found")
                : new Answer.Refuted(s.getModel().toString());
            case UNKNOWN       -> new Answer.Unknown(s.getReasonUnknown());
        };
    }

    @SuppressWarnings("unchecked")
    private static void add(Solver s, BoolExpr e) {
        s.add(e);
    }

    private static boolean hasQuantifier(Term t, Set<Term> seen) {
        return seen.add(t)
            && (t.op() == Op.FORALL || t.args().stream().anyMatch(a -> hasQuantifier(a, seen)));
    }

    private static Status check(Solver s) {
        try {
            return s.check();
        } catch (Z3Exception e) {
            return Status.UNKNOWN;
        }
    }

    @Override
    public void close() {
        z3.close();
    }
}
