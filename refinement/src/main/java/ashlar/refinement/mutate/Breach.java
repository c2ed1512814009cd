package ashlar.refinement.mutate;

import ashlar.refinement.api.Kind;

/// A run on the JVM in which a mutant breaks an obligation that the original keeps.
/// @param obligation its id
/// @param kind       REFINES for a claim that is false, TOTAL for an exception or a run that does not end,
///                   FRAME for a stray store
/// @param where      file and line of the claim
/// @param what       what goes wrong, in words
/// @param seed       makes the arguments
/// @param isPerturbed whether words of memory were changed then: it is a state that the sampler does not make
public record Breach(String obligation, Kind kind, String where, String what, long seed,
                     boolean isPerturbed) {
    Breach perturbed() {
        return new Breach(obligation, kind, where, what, seed, true);
    }
}
