package ashlar.refinement.solve;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.term.Function;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstancesTest {
    private static final Sort WORD = Sort.bits(64);

    private final Terms terms = new Terms();
    private final Term a = terms.var("a", WORD);
    private final Term n = terms.var("n", WORD);
    private final Term i = terms.bound("i", WORD);

    private Term has(Term at) {
        return terms.app(new Function("has", List.of(WORD), Sort.bool()), List.of(at));
    }

    private Term element(Term index, long size) {
        return has(terms.add(a, terms.mul(index, terms.int64(size))));
    }

    @Test
    void what_is_multiplied_alike_is_put_in() {
        Term fact = terms.forAll(List.of(i), element(i, 24));
        assertThat(new Instances(terms, List.of(fact, element(n, 24))).of(fact))
            .containsExactly(element(n, 24));
    }

    @Test
    void what_is_multiplied_otherwise_is_not_put_in() {
        Term fact = terms.forAll(List.of(i), element(i, 24));
        assertThat(new Instances(terms, List.of(fact, element(n, 40))).of(fact)).isEmpty();
    }

    @Test
    void facts_that_patterns_find_are_left_alone() {
        Term fact = terms.forAll(List.of(i), terms.or(has(i), element(i, 24)));
        assertThat(new Instances(terms, List.of(fact, element(n, 24))).of(fact)).isEmpty();
    }
}
