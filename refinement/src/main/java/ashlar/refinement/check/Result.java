package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Verdict;

/// What came of one obligation.
/// @param id       class and method, `SendRefines.sendIPC_refines_send`
/// @param text     the claim in words
/// @param location file and line of the method
/// @param goals    claims that the obligation was split into
/// @param queries  questions put to the solver
/// @param cached   whether verdict comes from an earlier run
/// @param witness  whether a state that satisfies the assumptions was found
/// @param mutant   name of a mutant that refutes it; empty if none is known
public record Result(String id, Kind kind, String text, String location, Verdict verdict, double seconds,
                     int goals, int queries, boolean cached, boolean witness, String mutant) { }
