package ashlar.refinement.term;

/// Booleans, or bit-vectors of a width from 1 to 64.
public sealed interface Sort {
    record Bool() implements Sort { }

    record Bits(int width) implements Sort { }

    static Sort bool() {
        return new Bool();
    }

    static Sort bits(int width) {
        return new Bits(width);
    }
}
