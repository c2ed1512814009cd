package ashlar.refinement.mutate.sample;

/// The specification.
final class Tallies {
    private Tallies() { }

    static Tally add(Tally s, long n) {
        return new Tally(s.count() + n, n);
    }

    static Tally clear(Tally s) {
        return new Tally(0, s.last());
    }

    static Tally reset(Tally s) {
        return new Tally(0, 0);
    }

    static Tally drain(Tally s) {
        return s.count() == 0 ? s : drain(new Tally(s.count() - 1, s.last()));
    }

    static Tally addUnlessRare(Tally s, long n) {
        return n == CounterOps.RARE ? s : new Tally(s.count() + n, n);
    }
}
