package ashlar.refinement.solve;

/// How long one question may take.
/// @param tier1Millis for the abstraction
/// @param tier2Millis for bit-vectors
public record Limits(int tier1Millis, int tier2Millis) {
    public static final Limits DEFAULT = new Limits(4_000, 8_000);
}
