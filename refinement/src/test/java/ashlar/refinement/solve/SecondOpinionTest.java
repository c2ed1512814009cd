package ashlar.refinement.solve;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.solve.SecondOpinion.Opinion;
import ashlar.refinement.term.Function;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecondOpinionTest {
    private static final int MILLIS = 5_000;

    private final Terms terms = new Terms();
    private final Term x = terms.var("x", Sort.bits(64));
    private final Term y = terms.var("y", Sort.bits(64));

    private static String header() {
        return "(set-logic QF_BV)(declare-fun x () (_ BitVec 64))(declare-fun y () (_ BitVec 64))\n";
    }

    @ParameterizedTest
    @EnumSource
    void agrees_where_aClaim_follows(SecondOpinion solver) {
        Term sum = terms.add(terms.bxor(x, y), terms.mul(terms.int64(2), terms.band(x, y)));
        String script = Smt2.script(List.of(), terms.tru(), terms.eq(terms.add(x, y), sum), "");
        assertThat(solver.ask(script, MILLIS)).isEqualTo(new Opinion.Unsat());
    }

    @ParameterizedTest
    @EnumSource
    void agrees_where_aClaim_does_not_follow(SecondOpinion solver) {
        Function f = new Function("f", List.of(Sort.bits(64)), Sort.bits(64));
        Term clause = terms.eq(terms.app(f, List.of(x)), terms.app(f, List.of(y)));
        String script = Smt2.script(List.of(terms.slt(x, y)), terms.tru(), clause, "not so");
        assertThat(solver.ask(script, MILLIS)).isEqualTo(new Opinion.Sat());
    }

    @ParameterizedTest
    @EnumSource
    void gives_up_when_time_is_up(SecondOpinion solver) {
        String factors = header() + """
            (assert (= (bvmul ((_ zero_extend 64) x) ((_ zero_extend 64) y))
              #x2a3d186862c0348b091174f5e61f0d8d))
            (assert (bvult #x0000000000000001 x))
            (assert (bvult x y))
            (check-sat)
            """;
        long start = System.nanoTime();
        assertThat(solver.ask(factors, 300)).isInstanceOf(Opinion.Unknown.class);
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(30);
    }

    @ParameterizedTest
    @EnumSource
    void reports_aBroken_script(SecondOpinion solver) {
        assertThat(solver.ask(header() + "(assert (= x z))(check-sat)", MILLIS))
            .isInstanceOf(Opinion.Unknown.class);
        assertThat(solver.ask(header() + "(assert (= x y))(check-sat)", MILLIS)).isEqualTo(new Opinion.Sat());
    }

    @ParameterizedTest
    @EnumSource
    void threads_take_turns(SecondOpinion solver) throws InterruptedException {
        List<Opinion> all = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) threads.add(Thread.ofPlatform().start(() -> {
            for (int n = 0; n < 5; n++) all.add(solver.ask(header() + "(assert (= x y))(check-sat)", MILLIS));
        }));
        for (Thread t : threads) t.join();
        assertThat(all).hasSize(20).containsOnly(new Opinion.Sat());
    }

    @Test
    void the_solvers_agree_on_random_queries() {
        Random random = new Random(3);
        for (int i = 0; i < 25; i++) {
            RandomTerms some = new RandomTerms(terms, random);
            for (int n = 0; n < 40; n++) some.grow();
            String script = Smt2.script(List.of(), terms.tru(), some.truth(), "");
            assertThat(SecondOpinion.CVC5.ask(script, MILLIS)).as(script)
                .isEqualTo(SecondOpinion.BITWUZLA.ask(script, MILLIS));
        }
    }

    @Test
    void cvc5_reads_quantifiers_and_the_abstraction() {
        Function f = new Function("s.f", List.of(Sort.bits(64)), Sort.bits(64));
        Term z = terms.bound("z", Sort.bits(64));
        Term fz = terms.app(f, List.of(z));
        Term less = terms.slt(terms.add(fz, terms.int64(1)), z);
        Term all = terms.forAll(List.of(z), List.of(List.of(fz)), less);
        Term claim = terms.slt(terms.add(terms.app(f, List.of(x)), terms.int64(1)), x);
        String exact = Smt2.script(List.of(all), terms.tru(), claim, "");
        String coarse = Smt2.abstractScript(List.of(), List.of(all), terms.tru(), claim, "");
        assertThat(SecondOpinion.CVC5.ask(exact, MILLIS)).isEqualTo(new Opinion.Unsat());
        assertThat(SecondOpinion.CVC5.ask(coarse, MILLIS)).isEqualTo(new Opinion.Unsat());
        assertThat(SecondOpinion.BITWUZLA.ask(exact, MILLIS)).isInstanceOf(Opinion.Unavailable.class);
        assertThat(SecondOpinion.BITWUZLA.ask(coarse, MILLIS)).isInstanceOf(Opinion.Unavailable.class);
    }

    @ParameterizedTest
    @EnumSource
    void is_unavailable_without_its_library(SecondOpinion solver) throws Exception {
        URL classes = SecondOpinion.class.getProtectionDomain().getCodeSource().getLocation();
        try (var bare = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = bare.loadClass(SecondOpinion.class.getName());
            Object same = type.getMethod("valueOf", String.class).invoke(null, solver.name());
            Object opinion = type.getMethod("ask", String.class, int.class).invoke(same, header(), MILLIS);
            assertThat(opinion.getClass().getSimpleName()).isEqualTo("Unavailable");
        }
    }
}
