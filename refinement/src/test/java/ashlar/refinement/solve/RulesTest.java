package ashlar.refinement.solve;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.term.Raw;
import ashlar.refinement.term.Shapes;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Z3 proves each rewriting rule: terms of every form that a rule looks for are equal to what they become.
final class RulesTest {
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
}
