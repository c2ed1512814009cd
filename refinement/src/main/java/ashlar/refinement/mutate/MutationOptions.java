package ashlar.refinement.mutate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which mutants, and how to judge them.
/// @param globs          methods, `Class.method`, in which the mutants are (`*` any characters); all if empty
/// @param wanted         which of these mutants
/// @param operators      names of PIT's operators or groups of them
/// @param specification  whether the mutants are of the specification, not of what is on trial
/// @param jobs           mutants at a time
/// @param seconds        limit for each question to the solver
/// @param cache          folder of earlier proofs and judgements
/// @param noCache        whether earlier judgements are not used
public record MutationOptions(List<String> globs, Predicate<Mutant> wanted, List<String> operators,
                              boolean specification, int jobs, double seconds, Optional<Path> cache,
                              boolean noCache) { }
