package ashlar.refinement.term;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Random terms have the same values before and after rewriting.
final class RewritingTest {
    private static final int TREES = 6_000;
    private static final long SEED = Long.getLong("trial.seed", 1);

    @Test
    void random_terms_keep_their_values() {
        assertThat(RewritingTrial.differences(TREES, SEED)).as("seed " + SEED).isEmpty();
    }
}
