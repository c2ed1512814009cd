package ashlar.ci;

import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.util.List;

/// The exit status that results call for.
final class Status {
    private Status() { }

    /// @param accepted ids that may stay unknown
    static int of(List<Result> results, KnownUnknowns accepted) {
        List<Integer> found = results.stream().map(r -> of(r, accepted)).toList();
        for (int status : List.of(Ashlar.OWN_FAULT, Ashlar.REFUTED, Ashlar.BAD_INPUT, Ashlar.VACUOUS,
            Ashlar.UNKNOWN))
            if (found.contains(status)) return status;
        return Ashlar.WELL;
    }

    private static int of(Result r, KnownUnknowns accepted) {
        return switch (r.verdict()) {
            case Verdict.Proved()                     -> Ashlar.WELL;
            case Verdict.Refuted _                    -> Ashlar.REFUTED;
            case Verdict.Failed _                     -> Ashlar.BAD_INPUT;
            case Verdict.Faulty _                     -> Ashlar.OWN_FAULT;
            case Verdict.Vacuous()                    -> Ashlar.VACUOUS;
            case Verdict.Unknown _, Verdict.Bounded _ ->
                accepted.has(r.id()) ? Ashlar.WELL : Ashlar.UNKNOWN;
        };
    }
}
