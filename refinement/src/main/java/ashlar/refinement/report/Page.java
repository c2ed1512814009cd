package ashlar.refinement.report;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A report as one page of HTML that needs nothing else.
public final class Page {
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final Report report;
    private final List<Result> results;

    private Page(Report report) {
        this.report = report;
        this.results = report.results();
    }

    /// The text of the page.
    public static String of(Report report) {
        return new Page(report).text();
    }

    /// text as HTML shows it.
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /// What in a page has this name, as a fragment of its address.
    static String anchor(String id) {
        return "o-" + id.replaceAll("[^A-Za-z0-9_.-]", "-");
    }

    private String text() {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s: %s</title>
            <style>
            %s</style>
            </head>
            <body>
            <header>
            <button id="theme" title="Light or dark">◐</button>
            <h1>%s</h1>
            <p class="headline %s">%s</p>
            <p class="faint">%s, in %s</p>
            </header>
            <main>
            %s%s%s%s%s%s</main>
            <footer>
            %s</footer>
            <script>
            %s</script>
            </body>
            </html>
            """.formatted(escaped(report.title()), escaped(headline()), style(),
                escaped(report.title()), isWell() ? "proved" : "refuted", escaped(headline()),
                TIME.format(report.at()), duration(report.seconds()), tiles(), refutations(), open(),
                kinds(), graph(), new ObligationTable(report).html(), paragraphs(report.footer()),
                resource(Page.class, "page.js"));
    }

    private boolean isWell() {
        return Report.count(results, "proved") == results.size();
    }

    private String headline() {
        if (isWell()) return results.size() == 1 ? "The obligation is proved."
            : "All " + results.size() + " obligations are proved.";
        List<String> parts = new ArrayList<>();
        for (String v : List.of("refuted", "error", "vacuous", "unknown", "bounded"))
            if (Report.count(results, v) > 0)
                parts.add(Report.count(results, v) + " " + (v.equals("error") ? "in error" : v));
        return "%s; %d of %d proved.".formatted(String.join(", ", parts), Report.count(results, "proved"),
            results.size());
    }

    private static String duration(double seconds) {
        return seconds < 100 ? "%.1f seconds".formatted(seconds)
            : "%d min %02d s".formatted((long) seconds / 60, (long) seconds % 60);
    }

    private String tiles() {
        String tiles = Report.VERDICTS.stream().filter(v -> Report.count(results, v) > 0)
            .map(v -> tile(v, Long.toString(Report.count(results, v)), v)).collect(Collectors.joining());
        String bar = Report.VERDICTS.stream().filter(v -> Report.count(results, v) > 0)
            .map(v -> "<i class=\"%s\" style=\"flex:%d\"></i>".formatted(v, Report.count(results, v)))
            .collect(Collectors.joining());
        long cached = results.stream().filter(Result::cached).count();
        long queries = results.stream().mapToLong(Result::queries).sum();
        return "<section class=\"tiles\">" + tiles + tile("", Long.toString(cached), "of them cached")
            + tile("", Long.toString(queries), "questions to the solver")
            + "</section>\n<div class=\"bar\">" + bar + "</div>\n";
    }

    private static String tile(String style, String number, String text) {
        return "<div class=\"tile %s\"><b>%s</b>%s</div>".formatted(style, number, text);
    }

    private String refutations() {
        String pictures = results.stream().filter(r -> r.verdict() instanceof Verdict.Refuted)
            .map(PagePicture::html).collect(Collectors.joining());
        return pictures.isEmpty() ? "" : section("refutations", "Refuted", "Each state below was run on the "
            + "JVM, and fails the claim there. <mark>Marked</mark>: what the run changed.", pictures);
    }

    private String open() {
        String items = results.stream().filter(r -> !Report.reason(r.verdict()).isEmpty())
            .map(Page::openItem).collect(Collectors.joining());
        return items.isEmpty() ? ""
            : section("open", "Not decided", "", "<ul class=\"open\">" + items + "</ul>\n");
    }

    private static String openItem(Result r) {
        return "<li><span class=\"verdict %1$s\">%1$s</span> <a href=\"#%2$s\">%3$s</a><br>%4$s</li>\n"
            .formatted(r.verdict().text(), anchor(r.id()), escaped(r.id()),
                escaped(Report.reason(r.verdict())));
    }

    private String kinds() {
        Map<Kind, List<Result>> byKind =
            results.stream().collect(Collectors.groupingBy(Result::kind, TreeMap::new, Collectors.toList()));
        String heads = Report.VERDICTS.stream().map(v -> "<th class=\"number\">" + v)
            .collect(Collectors.joining());
        String rows = byKind.entrySet().stream().map(e -> kind(e.getKey(), e.getValue()))
            .collect(Collectors.joining());
        return section("kinds", "By kind", "", "<table class=\"kinds\"><thead><tr><th>kind" + heads
            + "<th class=\"number\">seconds</thead><tbody>" + rows + "</tbody></table>\n");
    }

    private static String kind(Kind kind, List<Result> those) {
        String numbers = Report.VERDICTS.stream().map(v -> number(Report.count(those, v), v))
            .collect(Collectors.joining());
        double seconds = those.stream().mapToDouble(Result::seconds).sum();
        return "<tr><td>%s%s<td class=\"number\">%.1f%n".formatted(kind.text(), numbers, seconds);
    }

    private static String number(long n, String verdict) {
        return n == 0 ? "<td class=\"number faint\">·" : "<td class=\"number %s\">%d".formatted(verdict, n);
    }

    private String graph() {
        String drawing = Drawing.svg(results);
        String text = "A proof that meets a call uses the contract that another obligation proves. "
            + "Lines lead from the proof, on the left, to what it relies on. Point at one to see its lines. "
            + "Left out: what relies on no contract and is no contract, and the claims of totality and "
            + "frame beside a refinement, which rely on the same.";
        return drawing.isEmpty() ? ""
            : section("graph", "Who relies on whom", text, "<div class=\"graph\">" + drawing + "</div>\n");
    }

    /// A part of a page.
    /// @param text an introduction, may be empty
    /// @param body HTML
    public static String section(String id, String head, String text, String body) {
        String paragraph = text.isEmpty() ? "" : "<p class=\"faint\">" + text + "</p>\n";
        return "<section id=\"%s\">\n<h2>%s</h2>\n%s%s</section>\n".formatted(id, head, paragraph, body);
    }

    private static String paragraphs(List<String> texts) {
        return texts.stream().map(t -> "<p>" + escaped(t) + "</p>\n").collect(Collectors.joining());
    }

    /// What all pages look like, in CSS.
    public static String style() {
        return resource(Page.class, "page.css");
    }

    /// The text of a file beside the class file of owner, which is a class of this module.
    public static String resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
