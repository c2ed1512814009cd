package ashlar.model.collection;

import java.util.function.LongPredicate;

/// Quantifiers over a range of numbers, compared as signed.
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
}
