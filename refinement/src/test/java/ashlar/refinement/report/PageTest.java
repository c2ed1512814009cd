package ashlar.refinement.report;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {
    private final String page = Page.of(Samples.report());

    @Test void headline_counts_what_is_not_proved() {
        assertThat(page).contains("1 refuted, 1 in error, 1 vacuous, 1 unknown, 1 bounded; 3 of 8 proved.");
    }

    @Test void headline_of_a_run_without_fault_says_so() {
        var proved = List.of(Samples.result("A.a", Kind.LEMMA, new Verdict.Proved()),
            Samples.result("A.b", Kind.LEMMA, new Verdict.Proved()));
        assertThat(Page.of(new Report("Made up", Samples.report().at(), 1, proved, Map.of(), List.of())))
            .contains("All 2 obligations are proved.").doesNotContain("id=\"refutations\"");
    }

    @Test void page_needs_nothing_but_itself() {
        assertThat(page).doesNotContain("http:").doesNotContain("https:").doesNotContain(" src=");
    }

    @Test void text_of_claims_and_code_is_escaped() {
        assertThat(page).contains("the &lt;claim&gt; of Ipc.send").contains("prove(1 &lt; 2);")
            .doesNotContain("<claim>");
    }

    @Test void what_the_run_changed_is_marked_and_nothing_else() {
        assertThat(page).contains("RECV  head <mark class=\"new\">80001800</mark>  tail 80001800")
            .contains("RECV  head <mark class=\"gone\">80001400</mark>  tail 80001800")
            .contains("<mark class=\"new\">Running</mark>")
            .contains("<td class=\"after\">(none: first in queue)");
    }

    @Test void contracts_are_drawn_with_a_line_from_user_to_used() {
        assertThat(page).contains("data-from='o-Ipc.send' data-to='o-Queue.append'")
            .doesNotContain("data-from='o-Ipc.send_is_total'");
    }

    @Test void without_contracts_there_is_no_drawing() {
        assertThat(Drawing.svg(List.of(Samples.result("A.a", Kind.LEMMA, new Verdict.Proved())))).isEmpty();
    }

    @Test void reasons_of_the_undecided_are_told() {
        assertThat(page).contains("time is up at Queue.java:3").contains("Words.java:7: a float")
            .contains("no state satisfies what it assumes");
    }
}
