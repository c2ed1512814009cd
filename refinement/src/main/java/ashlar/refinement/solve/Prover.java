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
import java.util.function.Consumer;

/// Answers goals, in order, under assumptions that come between them: first in an abstraction that is cheap
/// and
/// has more models, then in bit-vectors.
public final class Prover implements AutoCloseable {
    /// Where assumptions for all values are used: at the terms that matter in the case that is looked at, at
    /// all terms of the question, or also where a model would break them.
    private enum Matching { RELEVANT, ALL, OF_MODELS }

    private static final int AT_A_TIME = 192;
    private static final int MOST_OPEN = 4;
    private static final int FEW = 32;

    private final Limits limits;
    private final Context z3 = new Context(Map.of("auto_config", "false"));
    private final Abstraction abstraction;
    private final Solver tier1;
    private final Bits bits = new Bits(z3);
    private final List<Term> assumed = new ArrayList<>();
    private final Map<Term, Boolean> bitwise = new HashMap<>();
    private final Classes classes = new Classes();
    private final Consumer<Question> answered;
    private final Relevance relevance = new Relevance();
    private int queries;

    /// @param all      every assumption and goal to come: from them the sorts of the abstraction are inferred
    /// @param answered hears of each question that was answered with yes
    public Prover(Limits limits, List<Term> all, Consumer<Question> answered) {
        this.limits = limits;
        this.answered = answered;
        for (Term t : all) classes.add(t);
        classes.close();
        this.abstraction = new Abstraction(z3, classes);
        this.tier1 = solver(limits.tier1Millis(), Matching.RELEVANT);
    }

    private Solver solver(int millis, Matching at) {
        Solver s = z3.mkSimpleSolver();
        Params p = z3.mkParams();
        p.add("timeout", millis);
        p.add("mbqi", at == Matching.OF_MODELS);
        p.add("relevancy", at == Matching.ALL ? 0 : 2);
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
        relevance.add(t);
        add(tier1, abstraction.bool(t));
    }

    /// The clauses that do not follow from guard and what was assumed so far, each with why.
    public Map<Term, Answer> prove(Term guard, List<Term> clauses) {
        Map<Term, Answer> open = new LinkedHashMap<>();
        for (int i = 0; i < clauses.size(); i += AT_A_TIME) {
            together(guard, clauses.subList(i, Math.min(clauses.size(), i + AT_A_TIME)), open);
        }
        return open;
    }

    /// Whether the clauses follow from guard and those assumptions that they are likely to need, as the
    /// abstraction shows.
    public boolean areSoonProved(Term guard, List<Term> clauses) {
        return isRelevantlyProved(guard, clauses, Matching.RELEVANT);
    }

    /// Asks for all clauses at once, since most questions take longer to put than to answer, and with those
    /// assumptions that they are likely to need; if the answer is not yes, for a quarter at a time. The
    /// abstraction has little to say of bits: a few clauses that speak of them are asked for alone before.
    private void together(Term guard, List<Term> clauses, Map<Term, Answer> open) {
        if (areOpenEnough(clauses, open)) return;
        if (isRelevantlyProved(guard, clauses, Matching.RELEVANT)) return;
        if (clauses.size() == 1) {
            alone(guard, clauses.getFirst(), open);
            return;
        }
        List<Term> ofBits = clauses.stream().filter(this::speaksOfBits).toList();
        if (!ofBits.isEmpty() && ofBits.size() <= FEW) {
            List<Term> others = clauses.stream().filter(c -> !speaksOfBits(c)).toList();
            if (!others.isEmpty()) together(guard, others, open);
            for (Term c : ofBits) if (!areOpenEnough(List.of(c), open)) alone(guard, c, open);
            return;
        }
        int part = Math.ceilDiv(clauses.size(), 4);
        for (int i = 0; i < clauses.size(); i += part) {
            together(guard, clauses.subList(i, Math.min(clauses.size(), i + part)), open);
        }
    }

    private static boolean areOpenEnough(List<Term> clauses, Map<Term, Answer> open) {
        if (open.size() < MOST_OPEN) return false;
        clauses.forEach(c -> open.put(c, new Answer.Unknown("not asked, since others are open")));
        return true;
    }

    /// Asks for one clause in every way that there is, cheap ones first.
    private void alone(Term guard, Term clause, Map<Term, Answer> open) {
        boolean isOfBits = speaksOfBits(clause);
        if (isOfBits && holdsByItself(guard, clause)) return;
        List<Term> relevant = relevant(guard, List.of(clause));
        if (isOfBits && exactly(guard, clause, relevant, Matching.RELEVANT) instanceof Answer.Proved) return;
        Status status = abstractly(guard, List.of(clause));
        if (isYes(status, new Question(List.copyOf(assumed), guard, List.of(clause), classes))) return;
        if (isRelevantlyProved(guard, List.of(clause), Matching.ALL)) return;
        Answer exact = exactly(guard, clause, assumed, Matching.RELEVANT);
        if (exact instanceof Answer.Proved) return;
        if (isOfBits
            && exactly(guard, clause, relevant, Matching.OF_MODELS) instanceof Answer.Proved) return;
        open.put(clause, exact);
    }

    /// Whether the clauses follow from those assumptions alone that they are likely to need.
    private boolean isRelevantlyProved(Term guard, List<Term> clauses, Matching at) {
        List<Term> chosen = relevant(guard, clauses);
        Solver few = solver(limits.tier1Millis(), at);
        for (Term t : chosen) add(few, abstraction.bool(t));
        return isYes(ask(few, guard, clauses), new Question(chosen, guard, clauses, classes));
    }

    private List<Term> relevant(Term guard, List<Term> clauses) {
        List<Term> goal = new ArrayList<>(clauses);
        goal.add(guard);
        return relevance.of(goal);
    }

    /// Whether clause follows from the bits of guard and clause alone.
    private boolean holdsByItself(Term guard, Term clause) {
        if (hasQuantifier(guard, new HashSet<>()) || hasQuantifier(clause, new HashSet<>())) return false;
        queries++;
        Solver s = solver(limits.tier1Millis(), Matching.RELEVANT);
        add(s, bits.bool(guard));
        for (BoolExpr e : denied(bits, clause)) add(s, e);
        return isYes(check(s), new Question(List.of(), guard, List.of(clause), null));
    }

    private boolean isYes(Status status, Question question) {
        if (status != Status.UNSATISFIABLE) return false;
        answered.accept(question);
        return true;
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
        tier1.push();
        Status status = ask(tier1, guard, clauses);
        tier1.pop();
        return status;
    }

    private Status ask(Solver solver, Term guard, List<Term> clauses) {
        queries++;
        add(solver, abstraction.bool(guard));
        if (clauses.size() == 1) denied(abstraction, clauses.getFirst()).forEach(e -> add(solver, e));
        else add(solver,
            z3.mkNot(z3.mkAnd(clauses.stream().map(abstraction::bool).toArray(BoolExpr[]::new))));
        for (BoolExpr e : abstraction.distinctness()) add(solver, e);
        return check(solver);
    }

    private static List<BoolExpr> denied(Translation translation, Term clause) {
        List<Term> parts = clause.op() == Op.OR ? clause.args() : List.of(clause);
        return parts.stream()
            .map(t -> t.op() == Op.NOT ? translation.bool(t.arg(0))
            : translation.z3.mkNot(translation.bool(t))).toList();
    }

    private Answer exactly(Term guard, Term clause, List<Term> assumptions, Matching at) {
        queries++;
        Solver s = solver(limits.tier2Millis(), at);
        boolean quantified = hasQuantifier(clause, new HashSet<>());
        for (Term t : assumptions) {
            quantified |= hasQuantifier(t, new HashSet<>());
            add(s, bits.bool(t));
        }
        add(s, bits.bool(guard));
        for (BoolExpr e : denied(bits, clause)) add(s, e);
        Status status = check(s);
        if (isYes(status, new Question(List.copyOf(assumptions), guard, List.of(clause), null)))
            return new Answer.Proved(2);
        if (status == Status.UNKNOWN) return new Answer.Unknown(s.getReasonUnknown());
        return quantified ? new Answer.Unknown("no proof found")
            : new Answer.Refuted(s.getModel().toString());
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
