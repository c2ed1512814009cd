package ashlar.refinement.solve;

/// What a solver says of a goal.
public sealed interface Answer {
    /// It follows. Tier 1 is the abstraction, tier 2 bit-vectors.
    record Proved(int tier) implements Answer { }

    /// It does not: the bits of a counterexample.
    record Refuted(String model) implements Answer { }

    record Unknown(String reason) implements Answer { }
}
