package ashlar.refinement.mutate;

import static ashlar.refinement.report.Page.escaped;

import ashlar.refinement.report.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A report on mutants as pages of HTML that need nothing else: an index, and one page for each source file.
public final class MutationPages {
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private MutationPages() { }

    /// Writes them into folder, which is made if need be.
    public static void write(MutationReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("index.html"), index(report));
        try {
            report.byFile().entrySet().parallelStream()
                .forEach(file -> write(report, folder, file.getKey(), file.getValue()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(MutationReport report, Path folder, String file, List<Judgement> judged) {
        try {
            Files.writeString(folder.resolve(name(file)), source(report, file, judged));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String index(MutationReport report) {
        String time = "%s, in %.0f seconds".formatted(TIME.format(report.at()), report.seconds());
        return page(report.title(), headline(report), isWell(report) ? "proved" : "refuted", time,
                    new MutationIndex(report).html());
    }

    private static boolean isWell(MutationReport report) {
        return report.with(Status.SURVIVED).isEmpty() && report.with(Status.UNKNOWN).isEmpty();
    }

    private static String headline(MutationReport report) {
        int all = report.judged().size();
        return isWell(report) ? "All " + all + " mutants are killed or equivalent."
            : "%d of %d mutants survived; %d stayed unknown."
                .formatted(report.with(Status.SURVIVED).size(), all, report.with(Status.UNKNOWN).size());
    }

    private static String source(MutationReport report, String file, List<Judgement> judged) {
        String count = judged.size() == 1 ? "one mutant" : judged.size() + " mutants";
        return page(report.title(), file.substring(file.lastIndexOf('/') + 1), "", count + " in " + file,
            "<p><a href=\"index.html\">All files</a></p>\n" + new MutatedSource(report, file, judged).html());
    }

    private static String page(String title, String head, String style, String faint, String body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s: %2$s</title>
            <style>
            %3$s%4$s</style>
            </head>
            <body>
            <header>
            <button id="theme" title="Light or dark">◐</button>
            <h1>%1$s</h1>
            <p class="headline %5$s">%2$s</p>
            <p class="faint">%6$s</p>
            </header>
            <main>
            %7$s</main>
            <script>
            %8$s</script>
            </body>
            </html>
            """.formatted(escaped(title), escaped(head), Page.style(), resource("mutants.css"), style,
                escaped(faint), body, resource("mutants.js"));
    }

    private static String resource(String name) {
        return Page.resource(MutationPages.class, name);
    }

    /// The name of the page of a source file.
    static String name(String file) {
        return file.replace('/', '.').replaceFirst("\\.java$", ".html");
    }

    /// The word for a status in a coloured box.
    static String chip(Status status) {
        return "<span class=\"verdict %s\">%s</span>".formatted(status.key(), status.text());
    }

    /// How many of each status: cells of a table, and the head above them.
    static String counts(List<Judgement> judged) {
        return Stream.of(Status.values())
            .map(s -> number(judged.stream().filter(j -> j.status() == s).count(), s))
            .collect(Collectors.joining("", "<td class=\"number\">" + judged.size(), ""));
    }

    private static String number(long n, Status status) {
        return n == 0 ? "<td class=\"number faint\">·" : "<td class=\"number " + status.key() + "\">" + n;
    }

    static String heads() {
        return Stream.of(Status.values()).map(s -> "<th class=\"number\">" + s.text())
            .collect(Collectors.joining("", "<th class=\"number\">mutants", ""));
    }

    /// By line, and what nobody noticed first.
    static Comparator<Judgement> byLine() {
        return Comparator.comparingInt((Judgement j) -> j.mutant().line())
            .thenComparing(Judgement::status, Comparator.reverseOrder());
    }
}
