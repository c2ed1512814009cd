package ashlar.ci;

import ashlar.refinement.mutate.Judgement;
import ashlar.refinement.mutate.Mutant;
import ashlar.refinement.mutate.Status;
import ashlar.refinement.mutate.Tested;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Judgements of mutants for other programs. Keys may be added at the end; none goes or changes its meaning.
final class MutationJson {
    private MutationJson() { }

    /// The summary and one entry a mutant.
    /// @param tests what tests say, by the mutants' ids
    static Map<String, Object> report(List<Judgement> judged, Map<String, Tested> tests, double seconds) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("summary", summary(judged, seconds));
        report.put("mutants", judged.stream().map(j -> mutant(j, tests.get(j.mutant().id()))).toList());
        return report;
    }

    private static Map<String, Object> summary(List<Judgement> judged, double seconds) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("mutants", judged.size());
        for (Status s : Status.values()) summary.put(s.key(), count(judged, s));
        summary.put("seconds", rounded(seconds));
        summary.put("cached", judged.stream().filter(Judgement::isCached).count());
        return summary;
    }

    private static Map<String, Object> mutant(Judgement j, Tested tested) {
        Mutant m = j.mutant();
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("id", m.id());
        o.put("class", m.className());
        o.put("method", m.method());
        o.put("line", m.line());
        o.put("operator", m.operator());
        o.put("status", j.status().key());
        o.put("by", j.by().isEmpty() ? null : j.by());
        o.put("seconds", rounded(j.seconds()));
        o.put("descriptor", m.descriptor());
        o.put("file", m.file());
        o.put("description", m.description());
        o.put("reason", j.reason().isEmpty() ? null : j.reason());
        o.put("suggestion", j.suggestion().isEmpty() ? null : j.suggestion());
        o.put("breach", j.breach().orElse(null));
        o.put("cached", j.isCached());
        o.put("tests", tested == null ? null : tested.outcome().text());
        o.put("test", tested == null || tested.by().isEmpty() ? null : tested.by());
        return o;
    }

    static long count(List<Judgement> judged, Status s) {
        return judged.stream().filter(j -> j.status() == s).count();
    }

    /// The exit status that judgements call for.
    static int status(List<Judgement> judged) {
        if (count(judged, Status.SURVIVED) > 0) return Ashlar.REFUTED;
        return count(judged, Status.UNKNOWN) > 0 ? Ashlar.UNKNOWN : Ashlar.WELL;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
