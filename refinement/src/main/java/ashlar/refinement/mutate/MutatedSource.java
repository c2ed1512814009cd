package ashlar.refinement.mutate;

import static ashlar.refinement.report.Page.escaped;
import static ashlar.refinement.report.Page.section;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The page of a source file: its text with mutants in the margin, and which obligation kills which.
record MutatedSource(MutationReport report, String file, List<Judgement> judged) {
    private static final int SHOWN = 12;

    String html() {
        return section("source", "Source", "A line with mutants opens with a click.",
                "<div class=\"source\">\n" + text() + "</div>\n") + matrix();
    }

    private String text() {
        SortedMap<Integer, List<Judgement>> byLine = judged.stream().sorted(MutationPages.byLine())
            .collect(Collectors.groupingBy(j -> j.mutant().line(), TreeMap::new, Collectors.toList()));
        List<String> lines = report.sources().apply(file).map(t -> t.lines().toList()).orElse(List.of());
        int last = Math.max(lines.size(), byLine.isEmpty() ? 0 : byLine.lastKey());
        return IntStream.rangeClosed(1, last).mapToObj(n ->
            line(n, n <= lines.size() ? lines.get(n - 1) : "", byLine.getOrDefault(n, List.of())))
            .collect(Collectors.joining());
    }

    private String line(int number, String text, List<Judgement> mutants) {
        String code = "<span class=\"no\">%d</span><code>%s</code>".formatted(number, escaped(text));
        if (mutants.isEmpty()) return "<div class=\"row\"><span class=\"margin\"></span>" + code + "</div>\n";
        String notes =
            mutants.stream().map(j -> new MutantNote(report, j).html()).collect(Collectors.joining());
        return "<details class=\"line\"><summary class=\"row\">%s%s</summary>\n%s</details>\n"
            .formatted(margin(mutants), code, notes);
    }

    private static String margin(List<Judgement> mutants) {
        String dots = mutants.stream().limit(SHOWN)
            .map(j -> "<i class=\"%s\" title=\"%s: %s\"></i>".formatted(j.status().key(), j.status().text(),
                escaped(j.mutant().description()))).collect(Collectors.joining());
        String more = mutants.size() > SHOWN ? "+" : "";
        return "<span class=\"margin\">" + dots + more + "</span>";
    }

    private String matrix() {
        List<String> columns = judged.stream().filter(MutationReport::isKilledByProof).map(Judgement::by)
            .distinct().sorted().toList();
        String heads = columns.stream().map(c -> "<th class=\"tall\"><span>" + escaped(c) + "</span>")
            .collect(Collectors.joining());
        String rows = judged.stream().sorted(MutationPages.byLine()).map(j -> row(j, columns))
            .collect(Collectors.joining());
        String text = "The first obligation that was found to kill a mutant; others may kill it too.";
        return section("matrix", "Mutants and obligations", text, """
            <div class="matrix"><table>
            <thead><tr><th>mutant<th>verdict<th class="tall"><span>tests</span>%s</thead>
            <tbody>
            %s</tbody></table></div>
            """.formatted(heads, rows));
    }

    private String row(Judgement j, List<String> columns) {
        Mutant m = j.mutant();
        String cells = columns.stream()
            .map(c -> cell(MutationReport.isKilledByProof(j) && c.equals(j.by())))
            .collect(Collectors.joining());
        return "<tr><td><a href=\"#%s\">%s:%d %s</a><td>%s%s%s%n".formatted(MutantNote.anchor(m),
            escaped(m.method()), m.line(), escaped(m.operator()), MutationPages.chip(j.status()),
            cell(report.isKilledByTest(j)), cells);
    }

    private static String cell(boolean isKiller) {
        return isKiller ? "<td class=\"hit\">●" : "<td>";
    }
}
