package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Verdict;
import java.util.List;

/// What came of one obligation.
/// @param id          class and method, `SendRefines.sendIPC_refines_send`
/// @param text        the claim in words
/// @param location    file and line of the method
/// @param goals       claims that the obligation was split into
/// @param queries     questions put to the solver
/// @param paths       ways through the code that were told apart
/// @param cached      whether verdict comes from an earlier run
/// @param witness     whether a state that satisfies the assumptions was found
/// @param mutant      name of a mutant that refutes it; empty if none is known
/// @param reached     methods whose code it depends on, `pkg/Class.method(desc)`
/// @param uses        ids of the obligations whose contracts it relies on
/// @param assumptions what it assumes, in words
public record Result(String id, Kind kind, String text, String location, Verdict verdict, double seconds,
                     int goals, int queries, int paths, boolean cached, boolean witness, String mutant,
                     List<String> reached, List<String> uses, String assumptions) {
    /// This result with the name of a mutant that refutes it.
    public Result withMutant(String name) {
        return new Result(id, kind, text, location, verdict, seconds, goals, queries, paths, cached, witness,
            name,
            reached, uses, assumptions);
    }

    /// This result, but that reason keeps it from being proved.
    Result unknown(String reason) {
        return new Result(id, kind, text, location, new Verdict.Unknown(reason), seconds, goals, queries,
            paths, cached,
            witness, mutant, reached, uses, assumptions);
    }
}
