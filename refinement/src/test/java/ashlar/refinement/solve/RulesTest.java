package ashlar.refinement.solve;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.term.Evaluator;
import ashlar.refinement.term.Op;
import ashlar.refinement.term.RandomTerms;
import ashlar.refinement.term.Raw;
import ashlar.refinement.term.Shapes;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Z3 proves each rewriting rule: terms of every form that a rule looks for are equal to what they become.
final class RulesTest {
    private static final long SEED = Long.getLong("trial.seed", 1);

    private final Terms terms = new Terms();

    private void prove(List<Term> rawTerms) {
        try (var z3 = new Equivalence()) {
            Raw raw = new Raw(terms);
            Set<Term> asked = new LinkedHashSet<>();
            for (Term t : rawTerms) asked.add(raw.onRewritten(t));
            for (Term t : asked) z3.prove(t, raw.rewritten(t));
            assertThat(z3.failures()).isEmpty();
            assertThat(z3.rewritten()).isGreaterThan(asked.size() / 10);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 64})
    void operations_on_bits_are_rewritten_to_equal_terms(int width) {
        prove(new Shapes(terms, width).operations());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 64})
    void choices_of_bits_are_rewritten_to_equal_terms(int width) {
        prove(new Shapes(terms, width).iteOfBits());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 64})
    void connectives_are_rewritten_to_equal_terms(int width) {
        prove(new Shapes(terms, width).connectives());
    }

    @Test
    void random_terms_are_rewritten_to_equal_terms() {
        RandomTerms trees = new RandomTerms(terms, new SplittableRandom(SEED), false);
        List<Term> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) all.add(i % 2 == 0 ? trees.bool(3) : trees.bits(8 << i % 4, 3));
        try (var z3 = new Equivalence()) {
            for (Term t : all) z3.prove(t, new Raw(terms).rewritten(t));
            assertThat(z3.failures()).as("seed " + SEED).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 16, 32, 64})
    void evaluator_means_what_z3_means(int width) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Long> numbers = new ArrayList<>(List.of(0L, 1L, -1L, 2L, 1L << (width - 1), (long) width));
        for (int i = 0; i < 6; i++) numbers.add(random.nextLong());
        try (var z3 = new Equivalence()) {
            for (Op op : Shapes.BINARY) for (long a : numbers) for (long b : numbers) {
                Term t = new Raw(terms).of(op, terms.bits(width, a), terms.bits(width, b));
                long value = new Evaluator(Map.of(), (_, _) -> 0L).value(t);
                z3.prove(t, t.width() == 0 ? terms.bool(value == 1) : terms.bits(width, value));
            }
            assertThat(z3.failures()).isEmpty();
        }
    }
}
