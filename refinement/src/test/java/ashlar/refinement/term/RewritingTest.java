package ashlar.refinement.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Random terms have the same values before and after rewriting.
final class RewritingTest {
    private static final int TREES = 6_000;
    private static final int POINTS = 15;
    private static final long SEED = Long.getLong("trial.seed", 1);

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void random_terms_keep_their_values() {
        for (int i = 0; i < TREES; i++) {
            Terms terms = new Terms();
            var trees = new RandomTerms(terms, random, true);
            Term before = i % 3 == 0 ? trees.bool(4)
                : trees.bits(List.of(1, 5, 8, 16, 32, 64).get(random.nextInt(6)), 4);
            assertThat(differing(before, new Raw(terms).rewritten(before)))
                .as("tree " + i + " of seed " + SEED).isNull();
        }
    }

    private String differing(Term before, Term after) {
        for (int i = 0; i < POINTS; i++) {
            Map<Term, Long> point = point();
            long x = new Evaluator(point, (_, _) -> 0L).value(before);
            long y = new Evaluator(point, (_, _) -> 0L).value(after);
            if (x != y) return before + " is " + x + ", rewritten " + after + " is " + y + " at " + point;
        }
        return null;
    }

    /// Values for variables as they are asked for.
    private Map<Term, Long> point() {
        return new HashMap<>() {
            @Override
            public Long get(Object key) {
                int width = ((Term) key).width();
                long bits = computeIfAbsent((Term) key, _ ->
                    random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(-3, 4));
                return bits & (width == 0 ? 1 : Terms.mask(width));
            }
        };
    }
}
