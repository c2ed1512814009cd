package ashlar.refinement.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Suite;
import ashlar.refinement.mutate.sample.CounterSuite;
import ashlar.refinement.mutate.sample.WeakSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mutants of a small kernel, one for each verdict.
class MutationTest {
    private static final Suite SUITE = new CounterSuite();

    @TempDir private Path folder;

    @Test
    void fault_that_a_run_shows_is_killed_by_the_obligation_and_the_seed_makes_the_run_again() {
        List<Judgement> judged = judged(SUITE, "CounterOps.add");
        assertThat(judged).isNotEmpty().allSatisfy(j -> {
            assertThat(j.status()).isEqualTo(Status.KILLED_BY_PROOF);
            assertThat(j.by()).isEqualTo("CounterRefines.add_refines_add");
            assertThat(j.breach()).hasValueSatisfying(b -> assertThat(b.kind()).isEqualTo(Kind.REFINES));
        });
    }

    @Test
    void store_of_what_is_there_already_is_the_same_in_memory() {
        Judgement j = only(judged(SUITE, "CounterOps.clear"), "replaced equality check with true");
        assertThat(j.status()).isEqualTo(Status.EQUIVALENT);
        assertThat(j.by()).isEqualTo("same memory");
    }

    @Test
    void field_that_means_nothing_in_a_state_may_differ_in_it() {
        Judgement j = only(judged(SUITE, "CounterOps.reset"), "removed call to", "setLast");
        assertThat(j.status()).isEqualTo(Status.EQUIVALENT);
        assertThat(j.by()).isEqualTo("as seen through the relation");
        assertThat(j.reason()).contains("CounterRefines.reset_refines_reset", "CounterPtr.last");
    }

    @Test
    void loop_that_does_not_end_is_killed() {
        Judgement j = only(judged(SUITE, "CounterOps.drain"), "subtraction with addition");
        assertThat(j.status()).isEqualTo(Status.KILLED_BY_PROOF);
        assertThat(j.breach()).hasValueSatisfying(b -> {
            assertThat(b.kind()).isEqualTo(Kind.TOTAL);
            assertThat(b.what()).contains("does not end within", "the original ends within");
        });
    }

    @Test
    void function_that_no_obligation_calls_lets_its_mutants_survive() {
        assertThat(judged(SUITE, "CounterOps.forgotten")).isNotEmpty().allSatisfy(j -> {
            assertThat(j.status()).isEqualTo(Status.SURVIVED);
            assertThat(j.suggestion()).contains("CounterOps.forgotten");
        });
    }

    @Test
    void fault_that_no_run_shows_and_no_proof_excludes_is_unknown() {
        Judgement j = only(judged(SUITE, "CounterOps.addUnlessRare"), "replaced equality check with false");
        assertThat(j.status()).isEqualTo(Status.UNKNOWN);
        assertThat(j.by()).isEqualTo("CounterRefines.addUnlessRare_refines_addUnlessRare");
    }

    @Test
    void relation_that_lacks_a_conjunct_lets_mutants_survive_that_point_at_it() {
        Judgement j = only(judged(new WeakSuite(), "CounterOps.add"), "removed call to", "setLast");
        assertThat(j.status()).isEqualTo(Status.SURVIVED);
        assertThat(j.reason()).contains("CounterPtr.last");
        assertThat(j.suggestion()).contains("WeakRefines.add_refines_add", "CounterPtr.last");
    }

    @Test
    void judgements_are_kept_for_the_next_run() {
        assertThat(judged(SUITE, "CounterOps.*")).noneMatch(Judgement::isCached);
        List<Judgement> again = judged(SUITE, "CounterOps.*");
        assertThat(again).isNotEmpty().allMatch(Judgement::isCached);
        assertThat(again).extracting(Judgement::status).contains(Status.KILLED_BY_PROOF, Status.EQUIVALENT,
            Status.SURVIVED, Status.UNKNOWN);
    }

    @Test
    void unknown_operator_is_refused() {
        assertThatThrownBy(() -> Mutation.list(SUITE, options("NO_SUCH_OPERATOR", "*")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NO_SUCH_OPERATOR");
    }

    private static Judgement only(List<Judgement> judged, String... description) {
        return judged.stream().filter(j -> List.of(description).stream()
            .allMatch(d -> j.mutant().description().toLowerCase(java.util.Locale.ROOT)
                .contains(d.toLowerCase(java.util.Locale.ROOT)))).findFirst()
            .orElseThrow(() ->
                new AssertionError(judged.stream().map(j -> j.mutant().description()).toList()));
    }

    private List<Judgement> judged(Suite suite, String glob) {
        return Mutation.run(suite, options("STRONGER", glob), (_, _, _) -> { });
    }

    private MutationOptions options(String operators, String glob) {
        return new MutationOptions(List.of(glob), _ -> true, List.of(operators), false, 1, 2,
            Optional.of(folder), false);
    }
}
