package ashlar.refinement.mutate;

import static ashlar.refinement.report.Page.escaped;
import static ashlar.refinement.report.Page.section;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first page: totals, what nobody notices, who notices what.
record MutationIndex(MutationReport report) {

    String html() {
        return tiles() + open(Status.SURVIVED, "Survived", "Nothing notices these. Each is a hole in the "
                + "specification, in an assumption or in the suite.")
            + open(Status.UNKNOWN, "Unknown", "Neither killed nor proved equivalent.")
            + killers() + files() + operators() + obligations();
    }

    private String tiles() {
        String tiles = Stream.of(Status.values()).filter(s -> !report.with(s).isEmpty())
            .map(s -> "<div class=\"tile %s\"><b>%d</b>%s</div>"
                .formatted(s.key(), report.with(s).size(), s.text()))
            .collect(Collectors.joining());
        String bar = Stream.of(Status.values()).filter(s -> !report.with(s).isEmpty())
            .map(s -> "<i class=\"%s\" style=\"flex:%d\"></i>".formatted(s.key(), report.with(s).size()))
            .collect(Collectors.joining());
        return "<section class=\"tiles\">" + tiles + "</section>\n<div class=\"bar\">" + bar + "</div>\n";
    }

    private String open(Status status, String head, String text) {
        String items = report.byFile().entrySet().stream().flatMap(f -> f.getValue().stream()
            .filter(j -> j.status() == status).map(j -> item(f.getKey(), j))).collect(Collectors.joining());
        return items.isEmpty() ? ""
            : section(status.key(), head, text, "<ul class=\"open\">" + items + "</ul>\n");
    }

    private static String item(String file, Judgement j) {
        return "<li><a href=\"%s#%s\">%s</a> %s%s%s</li>\n".formatted(MutationPages.name(file),
            MutantNote.anchor(j.mutant()), escaped(j.mutant().toString()), escaped(j.mutant().description()),
            line(j.reason()), line(j.suggestion()));
    }

    private static String line(String text) {
        return text.isEmpty() ? "" : "<br><span class=\"faint\">" + escaped(text) + "</span>";
    }

    private String killers() {
        if (report.tests().isEmpty()) return "";
        Predicate<Judgement> proof = MutationReport::isKilledByProof;
        Predicate<Judgement> test = report::isKilledByTest;
        return section("killers", "Who kills", "Of the mutants that PIT ran the tests against.", """
            <table class="kinds">
            <thead><tr><th><th class="number">a test kills<th class="number">no test</thead>
            <tbody><tr><th>a proof kills<td class="number">%d<td class="number">%d
            <tr><th>no proof<td class="number">%d<td class="number">%d</tbody></table>
            """.formatted(tested(proof.and(test)), tested(proof.and(test.negate())),
                tested(test.and(proof.negate())), tested(proof.or(test).negate())));
    }

    private long tested(Predicate<Judgement> which) {
        return report.judged().stream().filter(j -> report.tests().containsKey(j.mutant().id())).filter(which)
            .count();
    }

    private String files() {
        String rows = report.byFile().entrySet().stream()
            .map(f -> "<tr><td><a href=\"%s\">%s</a>%s%n".formatted(MutationPages.name(f.getKey()),
                escaped(f.getKey()), MutationPages.counts(f.getValue())))
            .collect(Collectors.joining());
        return table("files", "By file", "file", rows);
    }

    private String operators() {
        Map<String, List<Judgement>> groups = report.judged().stream().collect(
            Collectors.groupingBy(j -> j.mutant().operator(), TreeMap::new, Collectors.toList()));
        String rows = groups.entrySet().stream()
            .map(g -> "<tr><td>" + escaped(g.getKey()) + MutationPages.counts(g.getValue()) + "\n")
            .collect(Collectors.joining());
        return table("operators", "By operator", "operator", rows);
    }

    private static String table(String id, String head, String key, String rows) {
        return section(id, head, "", "<table class=\"kinds\"><thead><tr><th>" + key + MutationPages.heads()
            + "</thead><tbody>" + rows + "</tbody></table>\n");
    }

    private String obligations() {
        Map<String, Long> kills = report.with(Status.KILLED_BY_PROOF).stream()
            .collect(Collectors.groupingBy(Judgement::by, TreeMap::new, Collectors.counting()));
        String rows = kills.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .map(k -> "<tr><td>%s<td class=\"number\">%d%n".formatted(escaped(k.getKey()), k.getValue()))
            .collect(Collectors.joining());
        String text = "The first obligation that kills a mutant ends its trial: others may kill it too.";
        return rows.isEmpty() ? "" : section("obligations", "By obligation", text, """
            <table class="kinds"><thead><tr><th>obligation<th class="number">kills</thead>
            <tbody>
            %s</tbody></table>
            """.formatted(rows));
    }
}
