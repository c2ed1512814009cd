package ashlar.refinement.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Checker;
import ashlar.refinement.check.Result;
import ashlar.refinement.heap.Fieldwise;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.term.Evaluator;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import ashlar.refinement.trial.sample.Refused;
import ashlar.refinement.trial.sample.Theories;
import ashlar.refinement.trial.sample.Traps;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Each trap that a prototype of the engine fell into: a test that this one does not.
final class TrapTest {
    private static final int POINTS = 300;

    private static Method method(Class<?> samples, String name) {
        return DifferentialTrial.methods(samples).stream().filter(m -> m.getName().equals(name)).findFirst()
            .orElseThrow();
    }

    private static Subject.Lifted lifted(Class<?> samples, String name) {
        return new Subject(method(samples, name), ClassSource.of(samples.getClassLoader())).lifted();
    }

    private static void agrees(Class<?> samples, String name) {
        assertThat(DifferentialTrial.ofMethod(method(samples, name), POINTS, 1).differences()).isEmpty();
    }

    private static Map<String, Verdict> verdicts() {
        return Checker.run(new ClaimedSuite(), ClaimedSuite.options(), (_, _, _) -> { }).stream()
            .collect(java.util.stream.Collectors.toMap(r -> r.id().replace("Claimed.", ""), Result::verdict));
    }

    @Test
    void initialiser_that_a_branch_needs_first_runs_for_all_paths() {
        agrees(Traps.class, "initialisedInOneBranch");
    }

    @Test
    void initialiser_of_the_jdk_is_not_skipped_silently() {
        assertThatThrownBy(() -> lifted(Refused.class, "boxing")).isInstanceOf(Unsupported.class);
    }

    @Test
    void object_made_in_a_branch_keeps_its_fields() {
        agrees(Traps.class, "madeInBranch");
    }

    @Test
    void object_changed_in_a_branch_is_as_before_elsewhere() {
        agrees(Traps.class, "changedInBranch");
    }

    @Test
    void memory_of_what_was_read_does_not_depend_on_the_path() {
        agrees(Theories.class, "mapReadOnTwoPaths");
    }

    @Test
    void default_of_an_exhaustive_switch_is_cut() {
        assertThat(lifted(Traps.class, "exhaustive").run().raised()).isEmpty();
        agrees(Traps.class, "exhaustive");
    }

    @Test
    void throwing_arm_does_not_keep_the_others_from_merging() {
        var run = lifted(Traps.class, "throwingArm").run();
        assertThat(run.raised()).extracting(r -> r.type()).containsExactlyInAnyOrder(
            "java/lang/IllegalStateException", "java/lang/IllegalArgumentException");
        agrees(Traps.class, "throwingArm");
    }

    @Test
    void assumption_made_after_a_proof_is_not_lost() {
        assertThat(verdicts().get("true_assumption_after_a_proof_stays")).isInstanceOf(Verdict.Proved.class);
    }

    @Test
    void assumption_binds_only_what_follows_it_on_its_path() {
        assertThat(verdicts()).extractingByKeys("false_if_assumed_only_afterwards",
            "false_if_assumed_only_in_a_branch").hasOnlyElementsOfType(Verdict.Refuted.class);
    }

    @Test
    void what_the_abstraction_leaves_open_is_not_refuted() {
        assertThat(verdicts().get("true_of_bits_only")).isInstanceOf(Verdict.Proved.class);
    }

    @Test
    void falsehood_is_refuted_by_values_of_the_jvm() {
        assertThat(verdicts()).extractingByKeys("false_of_bits", "false_at_the_edge")
            .hasOnlyElementsOfType(Verdict.Refuted.class);
    }

    @Test
    void field_read_before_stores_and_behind_a_merge_is_one_function() {
        Terms terms = new Terms();
        Sort word = Sort.bits(64);
        Term k = terms.var("k", word);
        Term l = terms.var("l", word);
        Term c = terms.var("c", Sort.bool());
        Fieldwise before = Fieldwise.arbitrary(terms, "m");
        Term first = before.load("f", List.of(l), word);
        Fieldwise after = before.store("f", List.of(k), terms.int64(7)).orElse(c, before);
        Term second = after.load("f", List.of(l), word);
        Term expected = terms.ite(terms.and(c, terms.eq(k, l)), terms.int64(7), first);
        for (long bits = 0; bits < 8; bits++) {
            var at = new Evaluator(Map.of(k, bits & 1, l, bits >> 1 & 1, c, bits >> 2 & 1),
                (_, keys) -> 100 + keys.getFirst());
            assertThat(at.value(second)).isEqualTo(at.value(expected));
        }
    }
}
