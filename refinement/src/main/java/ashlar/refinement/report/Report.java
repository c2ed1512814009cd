package ashlar.refinement.report;

import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a run found, for people to read.
/// @param title   what was checked
/// @param seconds that the run took
/// @param code    source text by obligation
/// @param footer  what a reader should know besides, one sentence each
public record Report(String title, Instant at, double seconds, List<Result> results, Map<String, String> code,
                     List<String> footer) {
    /// The words of verdicts, in the order of tables.
    public static final List<String> VERDICTS =
        List.of("proved", "bounded", "refuted", "unknown", "vacuous", "error");

    /// How many results have this verdict.
    public static long count(List<Result> results, String verdict) {
        return results.stream().filter(r -> r.verdict().text().equals(verdict)).count();
    }

    /// Why it is not proved, or within which bound; empty if it is proved, or if a counterexample tells.
    public static String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Bounded(var bound)                -> bound;
            case Verdict.Unknown(var reason)               -> reason;
            case Verdict.Failed(var what)                  -> what;
            case Verdict.Faulty(var what)                  -> "a fault of the engine: " + what;
            case Verdict.Vacuous()                         -> "no state satisfies what it assumes";
            case Verdict.Proved(), Verdict.Refuted _       -> "";
        };
    }
}
