package ashlar.refinement.api;

import java.util.List;

/// A state in which an obligation fails, confirmed by a run on the JVM, as a picture.
/// @param where  file and line of the claim that fails
/// @param broken what is false of it
/// @param input  the arguments in words
/// @param rows   the parts of the two states, before and after
/// @param path   the ways that specification and kernel took
/// @param seed   makes the same arguments again
public record Counterexample(String where, String broken, List<String> input, List<Row> rows,
                             List<String> path, long seed) { }
