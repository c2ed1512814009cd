package ashlar.ci;

import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import ashlar.refinement.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Results for other programs. Keys may be added at the end; none goes or changes its meaning.
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() { }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// The summary and one entry an obligation.
    static Map<String, Object> report(List<Result> results, double seconds) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("summary", summary(results, seconds));
        report.put("obligations", results.stream().map(Json::obligation).toList());
        return report;
    }

    private static Map<String, Object> summary(List<Result> results, double seconds) {
        Map<String, Object> summary = new LinkedHashMap<>();
        for (String v : List.of("proved", "bounded", "refuted", "unknown"))
            summary.put(v, Report.count(results, v));
        summary.put("cached", results.stream().filter(Result::cached).count());
        summary.put("seconds", rounded(seconds));
        for (String v : List.of("vacuous", "error")) summary.put(v, Report.count(results, v));
        return summary;
    }

    private static Map<String, Object> obligation(Result r) {
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("id", r.id());
        o.put("kind", r.kind().text());
        o.put("verdict", r.verdict().text());
        o.put("bound", r.verdict() instanceof Verdict.Bounded(var bound) ? bound : null);
        o.put("seconds", rounded(r.seconds()));
        o.put("paths", r.paths());
        o.put("queries", r.queries());
        o.put("cached", r.cached());
        o.put("witness", r.witness());
        o.put("mutant", r.mutant().isEmpty() ? null : r.mutant());
        o.put("text", r.text());
        o.put("location", r.location());
        o.put("uses", r.uses());
        o.put("reason", reason(r.verdict()));
        o.put("counterexample", r.verdict() instanceof Verdict.Refuted(var ce) ? ce : null);
        return o;
    }

    /// Why it is not proved, or within which bound; null if it is proved, or if a counterexample tells.
    static String reason(Verdict verdict) {
        String reason = Report.reason(verdict);
        return reason.isEmpty() ? null : reason;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
