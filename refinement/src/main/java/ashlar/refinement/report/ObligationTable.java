package ashlar.refinement.report;

import static ashlar.refinement.report.Page.anchor;
import static ashlar.refinement.report.Page.escaped;

import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.util.List;
import java.util.stream.Collectors;

/// All obligations: one line each, to sort and to filter; a click opens what else is known.
final class ObligationTable {
    private final Report report;

    ObligationTable(Report report) {
        this.report = report;
    }

    String html() {
        String verdicts = Report.VERDICTS.stream().filter(v -> Report.count(report.results(), v) > 0)
            .map(v -> "<option>" + v).collect(Collectors.joining());
        String kinds = report.results().stream().map(r -> r.kind().text()).distinct().sorted()
            .map(k -> "<option>" + k).collect(Collectors.joining());
        String rows = report.results().stream().map(this::row).collect(Collectors.joining());
        return Page.section("obligations", "Obligations", "", """
            <p class="filter"><input id="filter" type="search" placeholder="name or words">
            <select id="verdict"><option value="">every verdict</option>%s</select>
            <select id="kind"><option value="">every kind</option>%s</select>
            <span id="shown" class="faint"></span></p>
            <table class="obligations"><thead><tr>
            <th data-key="verdict">verdict<th data-key="kind">kind<th data-key="id">obligation
            <th data-key="seconds" class="number">seconds<th data-key="paths" class="number">paths
            <th data-key="queries" class="number">queries<th>cached</thead>
            %s</table>
            """.formatted(verdicts, kinds, rows));
    }

    private String row(Result r) {
        String id = escaped(r.id());
        String verdict = r.verdict().text();
        return """
            <tbody id="%s" data-verdict="%s" data-kind="%s" data-id="%s" data-seconds="%.3f" data-paths="%d" \
            data-queries="%d"><tr class="line">
            <td><span class="verdict %s">%s</span><td class="faint">%s<td><b>%s</b><br><span>%s</span>
            <td class="number">%.2f<td class="number">%d<td class="number">%d<td class="faint">%s
            <tr class="more"><td colspan="7">%s</tbody>
            """.formatted(anchor(r.id()), verdict, r.kind().text(), id, r.seconds(), r.paths(), r.queries(),
                verdict, verdict, r.kind().text(), id, escaped(r.text()), r.seconds(), r.paths(), r.queries(),
                r.cached() ? "cached" : "", more(r));
    }

    private String more(Result r) {
        String picture = r.verdict() instanceof Verdict.Refuted
            ? "<dt>Picture<dd><a href=\"#picture-" + anchor(r.id()) + "\">two states</a>\n" : "";
        String code = report.code().getOrDefault(r.id(), "");
        String witness = r.witness() ? "a state that satisfies the assumptions was found" : "";
        return "<dl>" + entry("Why", Report.reason(r.verdict())) + picture + entry("Assumes", r.assumptions())
            + links("Relies on", r.uses()) + links("Used by", users(r.id())) + entry("Mutant", r.mutant())
            + entry("Witness", witness) + (code.isEmpty() ? entry("Where", r.location()) : "") + "</dl>\n"
            + (code.isEmpty() ? "" : "<pre>" + escaped(code) + "</pre>\n");
    }

    private List<String> users(String id) {
        return report.results().stream().filter(r -> r.uses().contains(id)).map(Result::id).toList();
    }

    private static String entry(String head, String text) {
        return text.isEmpty() ? "" : "<dt>" + head + "<dd>" + escaped(text) + "\n";
    }

    private static String links(String head, List<String> ids) {
        return ids.isEmpty() ? "" : "<dt>" + head + "<dd>" + ids.stream()
            .map(id -> "<a href=\"#%s\">%s</a>".formatted(anchor(id), escaped(id)))
            .collect(Collectors.joining("<br>")) + "\n";
    }
}
