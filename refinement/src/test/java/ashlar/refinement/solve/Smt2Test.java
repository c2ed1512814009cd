package ashlar.refinement.solve;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.term.Function;
import ashlar.refinement.term.Op;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Smt2Test {
    private static final int QUERIES = 60;

    private final Terms terms = new Terms();
    private final List<Status> answers = new ArrayList<>();
    private final Term x = terms.var("x", Sort.bits(64));
    private final Term y = terms.var("y", Sort.bits(64));
    private final Function f = new Function("s.f", List.of(Sort.bits(64)), Sort.bits(64));

    private Term f(Term t) {
        return terms.app(f, List.of(t));
    }

    private static Status askedAsText(String script) {
        try (Context z3 = new Context(Map.of("auto_config", "false"))) {
            return answer(z3, z3.parseSMTLIB2String(script, null, null, null, null));
        }
    }

    private static Status answer(Context z3, BoolExpr... claims) {
        Solver s = z3.mkSimpleSolver();
        Params p = z3.mkParams();
        p.add("rlimit", 5_000_000);
        p.add("mbqi", false);
        p.add("random_seed", 1);
        s.setParameters(p);
        for (BoolExpr c : claims) add(s, c);
        return s.check();
    }

    @SuppressWarnings("unchecked")
    private static void add(Solver s, BoolExpr c) {
        s.add(c);
    }

    private static Status askedExactly(List<Term> assumptions, Term clause) {
        try (Context z3 = new Context(Map.of("auto_config", "false"))) {
            return answer(z3, claims(new Bits(z3), assumptions, clause).toArray(BoolExpr[]::new));
        }
    }

    private static Status askedAbstractly(List<Term> assumptions, Term clause) {
        Classes classes = new Classes();
        assumptions.forEach(classes::add);
        classes.add(clause);
        classes.close();
        try (Context z3 = new Context(Map.of("auto_config", "false"))) {
            Abstraction abstraction = new Abstraction(z3, classes);
            List<BoolExpr> claims = claims(abstraction, assumptions, clause);
            claims.addAll(abstraction.distinctness());
            return answer(z3, claims.toArray(BoolExpr[]::new));
        }
    }

    private static List<BoolExpr> claims(Translation translation, List<Term> assumptions, Term clause) {
        List<BoolExpr> claims = new ArrayList<>();
        for (Term t : assumptions) claims.add(translation.bool(t));
        claims.add(translation.z3.mkNot(translation.bool(clause)));
        return claims;
    }

    private void agrees(List<Term> assumptions, Term clause) {
        String exact = Smt2.script(assumptions, terms.tru(), clause, "");
        answers.add(askedExactly(assumptions, clause));
        assertThat(askedAsText(exact)).as(exact).isEqualTo(answers.getLast());
        String coarse = Smt2.abstractScript(List.of(), assumptions, terms.tru(), clause, "");
        assertThat(askedAsText(coarse)).as(coarse).isEqualTo(askedAbstractly(assumptions, clause));
    }

    @Test
    void random_queries_mean_the_same_as_text() {
        Random random = new Random(1);
        for (int i = 0; i < QUERIES; i++) {
            RandomTerms some = new RandomTerms(terms, random);
            List<Term> assumed = new ArrayList<>();
            for (int n = 0; n < 40; n++) {
                some.grow();
                if (n % 16 == 9) assumed.add(some.truth());
            }
            agrees(assumed, some.truth());
        }
        assertThat(answers).contains(Status.SATISFIABLE, Status.UNSATISFIABLE);
    }

    @Test
    void quantified_queries_mean_the_same_as_text() {
        Random random = new Random(2);
        for (int i = 0; i < QUERIES; i++) {
            RandomTerms some = new RandomTerms(terms, random);
            for (int n = 0; n < 6; n++) some.grow();
            Term all = some.quantified();
            Term more = some.quantified();
            Term instance = all.op() == Op.FORALL
                ? terms.substitute(all.arg(0), Map.of(all.bound().getFirst(), terms.var("x", Sort.bits(8))))
                : all;
            agrees(List.of(all, terms.or(more, some.truth())), instance);
            agrees(List.of(all), terms.and(more, instance));
        }
        assertThat(answers).contains(Status.UNKNOWN, Status.UNSATISFIABLE);
    }

    @Test
    void an_instance_follows_from_its_quantified_fact() {
        Term z = terms.bound("z", Sort.bits(64));
        Term all = terms.forAll(List.of(z), List.of(List.of(f(z))), terms.slt(f(z), z));
        String script = Smt2.script(List.of(all), terms.tru(), terms.slt(f(x), x), "");
        assertThat(script).contains("(set-logic UFBV)").contains(":pattern ((s.f x))");
        assertThat(askedAsText(script)).isEqualTo(Status.UNSATISFIABLE);
        String coarse = Smt2.abstractScript(List.of(), List.of(all), terms.tru(), terms.slt(f(x), x), "");
        assertThat(coarse).contains("(set-logic UFLIA)");
        assertThat(askedAsText(coarse)).isEqualTo(Status.UNSATISFIABLE);
    }

    @Test
    void nested_quantifiers_share_what_depends_on_their_variables() {
        Term a = terms.bound("a", Sort.bits(64));
        Term b = terms.bound("b", Sort.bits(64));
        Term outer = f(terms.add(f(a), x));
        Term inner = terms.forAll(List.of(b), List.of(List.of(f(b))),
            terms.or(terms.eq(terms.add(outer, f(b)), y), terms.slt(terms.add(outer, f(b)), outer)));
        Term all = terms.forAll(List.of(a), List.of(List.of(f(a))), terms.or(inner, terms.eq(outer, y)));
        String script = Smt2.script(List.of(all), terms.tru(), terms.eq(x, y), "");
        assertThat(script.split("\\(let ", -1)).hasSize(3);
        agrees(List.of(all), terms.eq(x, y));
    }

    @Test
    void a_shared_term_is_written_once() {
        Term t = x;
        for (int i = 0; i < 60; i++) t = terms.ite(terms.slt(t, y), f(terms.add(t, y)), terms.bxor(t, y));
        String script = Smt2.script(List.of(), terms.tru(), terms.eq(t, y), "");
        assertThat(script.length()).isLessThan(20_000);
        try (Context z3 = new Context()) {
            assertThat(z3.parseSMTLIB2String(script, null, null, null, null)).hasSize(1);
        }
    }

    @Test
    void the_script_is_of_this_form() {
        Term shared = terms.add(f(x), y);
        Term clause = terms.or(terms.eq(shared, x), terms.slt(shared, terms.int64(1)));
        assertThat(Smt2.script(List.of(terms.not(terms.eq(x, y))), terms.slt(x, y), clause,
            "Sample.claim\ngoal 1")).isEqualTo("""
                ; Sample.claim
                ; goal 1
                (set-logic QF_UFBV)
                (declare-fun x () (_ BitVec 64))
                (declare-fun y () (_ BitVec 64))
                (declare-fun s.f ((_ BitVec 64)) (_ BitVec 64))
                ; assumed
                (assert (not (= x y)))
                ; guard
                (assert (bvslt x y))
                (define-fun def1 () (_ BitVec 64) (bvadd y (s.f x)))
                ; denied
                (assert (not (= x def1)))
                (assert (not (bvslt def1 #x0000000000000001)))
                (check-sat)
                """);
    }

    @Test
    void the_abstract_script_is_of_this_form() {
        Term owner = terms.var("owner", Sort.bits(64));
        Term clause = terms.or(terms.eq(owner, terms.int64(7)), terms.slt(terms.add(x, terms.int64(-1)), x));
        assertThat(Smt2.abstractScript(List.of(), List.of(terms.not(terms.eq(owner, terms.int64(8)))),
            terms.tru(), clause, "")).isEqualTo("""
                (set-logic QF_UFLIA)
                (declare-sort U0 0)
                (declare-fun owner () U0)
                (declare-fun |U0#8| () U0)
                (declare-fun |U0#7| () U0)
                (declare-fun x () Int)
                (declare-fun wrap64 (Int) Int)
                (define-fun int64 ((n Int)) Int (ite (and (<= (- 9223372036854775808) n)\
                 (< n 9223372036854775808)) n (wrap64 n)))
                ; assumed
                (assert (not (= owner |U0#8|)))
                ; denied
                (assert (not (= owner |U0#7|)))
                (assert (not (< (int64 (+ x (- 1))) x)))
                (assert (distinct |U0#8| |U0#7|))
                (check-sat)
                """);
    }
}
