package ashlar.refinement.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How to check.
/// @param globs       which obligations: their ids match one of these (`*` any characters); all if empty
/// @param jobs        obligations at a time
/// @param seconds     limit for each query
/// @param cache       folder of earlier verdicts
/// @param smt2        folder for the queries as SMT-LIB 2 scripts
/// @param noCache     earlier verdicts are not used
/// @param crossCheck  a second solver is asked, too
/// @param changedOnly only obligations without an earlier verdict are checked
public record Options(List<String> globs, int jobs, double seconds, Optional<Path> cache,
                      Optional<Path> smt2, boolean noCache, boolean crossCheck, boolean changedOnly) { }
