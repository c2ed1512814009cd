package ashlar.refinement.solve;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProverTest {
    private static final Limits LIMITS = new Limits(2_000, 8_000, 2_000);

    private final Terms terms = new Terms();
    private final Term x = terms.var("x", Sort.bits(64));

    private Map<Term, Answer> open(Term clause) {
        try (Prover prover = new Prover(LIMITS, List.of(clause), _ -> { })) {
            return prover.prove(terms.tru(), List.of(clause));
        }
    }

    /// Whether none of the first n bits of x is set.
    private Term noBitIsSet(int n) {
        Term i = terms.bound("i", Sort.bits(64));
        Term bit = terms.band(terms.lshr(x, i), terms.int64(1));
        Term inRange = terms.ult(i, terms.int64(n));
        return terms.forAll(List.of(i), terms.or(terms.not(inRange), terms.eq(bit, terms.int64(0))));
    }

    @Test
    void a_word_without_bits_is_zero() {
        assertThat(open(terms.or(terms.not(noBitIsSet(64)), terms.eq(x, terms.int64(0))))).isEmpty();
    }

    @Test
    void a_word_without_low_bits_need_not_be_zero() {
        assertThat(open(terms.or(terms.not(noBitIsSet(63)), terms.eq(x, terms.int64(0))))).hasSize(1);
    }
}
