package ashlar.refinement.report;

import static ashlar.refinement.report.Page.escaped;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Row;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/// A counterexample for a browser: one line a part of the state, before on the left and after on the right.
public final class PagePicture {
    private static final Row ABSENT = new Row("", "", "", "", false);

    private PagePicture() { }

    /// @param refuted a result whose verdict has a counterexample
    static String html(Result refuted) {
        Counterexample example = ((Verdict.Refuted) refuted.verdict()).counterexample();
        return """
            <article class="picture" id="picture-%s">
            <h3><span class="verdict refuted">refuted</span> <a href="#%s">%s</a></h3>
            <p>%s</p>
            %s</article>
            """.formatted(Page.anchor(refuted.id()), Page.anchor(refuted.id()), escaped(refuted.id()),
                escaped(refuted.text()), body(example));
    }

    /// The counterexample itself.
    public static String body(Counterexample example) {
        return "<dl>\n" + entry("Claim", List.of(example.where()))
            + entry("Broken", List.of(example.broken())) + entry("Input", example.input()) + "</dl>\n"
            + states(example.rows()) + path(example.path());
    }

    private static String entry(String head, List<String> lines) {
        return lines.isEmpty() ? "" : lines.stream().map(l -> escaped(l.stripTrailing()))
            .collect(Collectors.joining("\n", "<dt>" + head + "<dd>", "\n"));
    }

    private static String path(List<String> lines) {
        return lines.isEmpty() ? "" : "<dl>" + entry("Path", lines) + "</dl>\n";
    }

    private static String states(List<Row> rows) {
        if (rows.isEmpty()) return "";
        String body = rows.stream().map(Row::what).distinct()
            .map(what -> part(what, at(rows, "before", what), at(rows, "after", what)))
            .collect(Collectors.joining());
        return """
            <div class="states"><table>
            <thead><tr><th rowspan="2"><th colspan="2">before<th colspan="2" class="after">after
            <tr><th>spec<th>kernel<th class="after">spec<th>kernel</thead>
            <tbody>
            %s</tbody></table></div>
            """.formatted(body);
    }

    private static Row at(List<Row> rows, String when, String what) {
        return rows.stream().filter(r -> r.when().equals(when) && r.what().equals(what)).findFirst()
            .orElse(ABSENT);
    }

    private static String part(String what, Row before, Row after) {
        boolean isSame = before.spec().equals(after.spec()) && before.kernel().equals(after.kernel());
        return "<tr class=\"%s\"><th>%s%s%s%s%s%n".formatted(isSame ? "same" : "changed", escaped(what),
            cell("", marked(after.spec(), before.spec(), "gone")),
            cell("", marked(after.kernel(), before.kernel(), "gone")),
            cell("after", marked(before.spec(), after.spec(), "new")),
            cell("", marked(before.kernel(), after.kernel(), "new")));
    }

    private static String cell(String style, String content) {
        return "<td class=\"" + style + "\">" + content;
    }

    /// The text of a value, with those words marked that it has and the other, if there is one, has not.
    private static String marked(String other, String value, String style) {
        if (other.isEmpty()) return escaped(value);
        String mark = "<mark class=\"" + style + "\">";
        List<String> words = words(value);
        BitSet common = Differences.kept(words(other), words);
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            boolean isMarked = !common.get(i) && !words.get(i).isBlank();
            html.append(isMarked ? mark + escaped(words.get(i)) + "</mark>" : escaped(words.get(i)));
        }
        return html.toString().replace("</mark>" + mark, "");
    }

    private static List<String> words(String text) {
        return List.of(text.split("(?<=[\\s,()\\[\\]])|(?=[\\s,()\\[\\]])", -1));
    }
}
