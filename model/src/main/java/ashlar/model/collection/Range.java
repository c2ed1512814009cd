package ashlar.model.collection;

import ashlar.model.collection.Option.None;
import ashlar.model.collection.Option.Some;
import java.util.function.LongPredicate;

/// Quantifiers and choice over a range of numbers, compared as signed.
public final class Range {
    private Range() { }

    /// Whether p holds of every i with from <= i < toExclusive.
    public static boolean forAll(long from, long toExclusive, LongPredicate p) {
        for (long i = from; i < toExclusive; i++) if (!p.test(i)) return false;
        return true;
    }

    /// Whether p holds of some i with from <= i < toExclusive.
    public static boolean exists(long from, long toExclusive, LongPredicate p) {
        for (long i = from; i < toExclusive; i++) if (p.test(i)) return true;
        return false;
    }

    /// The greatest i with from <= i < toExclusive of which p holds.
    public static Option<Index> greatest(long from, long toExclusive, LongPredicate p) {
        for (long i = toExclusive - 1; i >= from; i--) if (p.test(i)) return new Some<>(new Index(i));
        return new None<>();
    }

    /// A number of a range.
    public record Index(long value) { }
}
