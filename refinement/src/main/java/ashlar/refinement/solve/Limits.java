package ashlar.refinement.solve;

/// How long an obligation may take: each question, and what goes before.
/// @param tier1Millis for the abstraction
/// @param tier2Millis for bit-vectors
/// @param liftMillis  for building the formulas of one obligation
public record Limits(int tier1Millis, int tier2Millis, int liftMillis) {
}
