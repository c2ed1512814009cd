package ashlar.refinement.mutate;

import static ashlar.refinement.report.Page.escaped;

import ashlar.refinement.report.PagePicture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One mutant in the margin of its line: the verdict and why.
record MutantNote(MutationReport report, Judgement judgement) {

    /// The name of the note in its page.
    static String anchor(Mutant mutant) {
        String place = mutant.id().substring(mutant.className().length());
        return "m-" + place.replaceAll("[^A-Za-z0-9_.-]", "-");
    }

    String html() {
        Mutant m = judgement.mutant();
        return """
            <div class="note" id="%s">%s <b>%s</b> <span class="faint">%s</span>
            <dl>
            %s%s%s%s%s</dl>
            %s</div>
            """.formatted(anchor(m), MutationPages.chip(judgement.status()), escaped(m.description()),
                escaped(m.operator()), entry("By", judgement.by()), entry("Why", judgement.reason()),
                judgement.breach().map(MutantNote::breach).orElse(""), entry("To do", judgement.suggestion()),
                entry("Tests", tests()), picture());
    }

    private static String breach(Breach b) {
        return entry("Breaks", b.kind().text() + ", at " + b.where())
            + entry("Seed", Long.toString(b.seed()));
    }

    private String tests() {
        Tested tested = report.tests().get(judgement.mutant().id());
        return tested == null ? "" : Stream.of(tested.outcome().text(), tested.by()).filter(t -> !t.isEmpty())
            .collect(Collectors.joining(" by "));
    }

    private static String entry(String head, String text) {
        return text.isEmpty() ? "" : "<dt>" + head + "<dd>" + escaped(text) + "\n";
    }

    private String picture() {
        return report.pictures().apply(judgement)
            .map(example -> "<details><summary>Two states</summary>\n" + PagePicture.body(example)
                + "</details>\n").orElse("");
    }
}
