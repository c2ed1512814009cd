package ashlar.refinement.report;

/// What a function does that a trace holds.
sealed interface Event permits Call, Event.Claim, Event.Comparison, Event.Store {
    /// It claims or assumes what it has just computed.
    record Claim(String word) implements Event { }

    /// It asks whether two values are equal; whole numbers and truth values are Longs.
    record Comparison(Object left, Object right) implements Event {
        boolean isEqual() {
            return left.equals(right);
        }
    }

    /// It stores the word at an address.
    /// @param place has the calls under way
    record Store(long address, Throwable place) implements Event { }
}
