package ashlar.refinement.solve;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.term.Function;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternsTest {
    private static final Sort WORD = Sort.bits(64);

    private final Terms terms = new Terms();
    private final Term x = terms.bound("x", WORD);
    private final Term y = terms.bound("y", WORD);

    private Term in(Term t) {
        return terms.app(new Function("in", List.of(WORD), Sort.bool()), List.of(t));
    }

    private Term precedes(Term a, Term b) {
        return terms.app(new Function("precedes", List.of(WORD, WORD), Sort.bool()), List.of(a, b));
    }

    @Test
    void guards_together_bring_in_a_fact_whose_claim_alone_speaks_of_all_variables() {
        Term linear = terms.forAll(List.of(x, y), terms.or(terms.not(in(x)), terms.not(in(y)), terms.eq(x, y),
            precedes(x, y), precedes(y, x)));
        assertThat(Patterns.of(linear)).contains(linear.bound().stream().map(this::in).toList());
    }

    @Test
    void guards_are_not_put_together_where_one_speaks_of_all_variables() {
        Term asymmetric = terms.forAll(List.of(x, y),
            terms.or(terms.not(in(x)), terms.not(in(y)), terms.not(precedes(x, y)), precedes(y, x)));
        assertThat(Patterns.of(asymmetric)).isNotEmpty().noneMatch(
            p -> p.equals(asymmetric.bound().stream().map(this::in).toList()));
    }
}
