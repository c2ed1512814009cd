package ashlar.ci;

import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/// Results as files for other programs.
final class Reports {
    private Reports() { }

    static void json(Path file, List<Result> results, double seconds) throws IOException {
        Map<String, Object> summary = new LinkedHashMap<>();
        for (String v : List.of("proved", "bounded", "refuted", "unknown")) summary.put(v, count(results, v));
        summary.put("cached", results.stream().filter(Result::cached).count());
        summary.put("seconds", seconds);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("summary", summary);
        report.put("obligations", results.stream().map(Reports::obligation).toList());
        Files.write(file, new ObjectMapper().writeValueAsBytes(report));
    }

    private static Map<String, Object> obligation(Result r) {
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("id", r.id());
        o.put("kind", r.kind().text());
        o.put("verdict", r.verdict().text());
        o.put("bound", r.verdict() instanceof Verdict.Bounded(var bound) ? bound : "");
        o.put("seconds", r.seconds());
        o.put("paths", r.goals());
        o.put("queries", r.queries());
        o.put("cached", r.cached());
        o.put("witness", r.witness());
        o.put("mutant", r.mutant());
        return o;
    }

    private static long count(List<Result> results, String verdict) {
        return results.stream().filter(r -> r.verdict().text().equals(verdict)).count();
    }

    static void junit(Path file, List<Result> results, double seconds) throws IOException {
        StringBuilder xml = new StringBuilder();
        long failures = results.size() - count(results, "proved");
        xml.append("<testsuite name=\"ashlar\" tests=\"%d\" failures=\"%d\" time=\"%.3f\">%n"
            .formatted(results.size(), failures, seconds));
        for (Result r : results) {
            xml.append("  <testcase name=\"%s\" classname=\"%s\" time=\"%.3f\">".formatted(escaped(r.id()),
                r.kind().text(), r.seconds()));
            if (!r.verdict().text().equals("proved")) {
                xml.append("<failure message=\"%s\">%s</failure>".formatted(r.verdict().text(),
                    escaped(r.verdict().toString())));
            }
            xml.append("</testcase>\n");
        }
        Files.writeString(file, xml.append("</testsuite>\n"));
    }

    private static String escaped(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
