package ashlar.refinement.mutate;

import java.util.BitSet;

/// Arguments on which an obligation holds.
/// @param lines the lines that the run passes, by number
/// @param steps branches and calls of the run
record Sample(long seed, Object[] arguments, BitSet lines, long steps) { }
