package ashlar.refinement.check;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.model.collection.Range;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;

/// A counter, and obligations about its specification alone: some true, some false, some without ground.
final class TallyContracts {
    private TallyContracts() { }

    /// @param count what is left
    /// @param share what nobody changes
    record Tally(long count, long share) { }

    static final class Tallies {
        private Tallies() { }

        static Tally drain(Tally s) {
            return s.count() == 0 ? s : drain(new Tally(s.count() - 1, s.share()));
        }

        static Tally drainTwice(Tally s) {
            return drain(drain(s));
        }

        static Tally increase(Tally s) {
            return new Tally(s.count() + 1, s.share());
        }

        static Tally decrease(Tally s) {
            return new Tally(s.count() - 1, s.share());
        }

        static Tally increaseTwice(Tally s) {
            return increase(increase(s));
        }

        static long left(Tally s) {
            return drain(s).count();
        }

        static long portion(Tally s) {
            return 100 / drain(s).share();
        }
    }

    /// What is true.
    static final class True {
        private True() { }

        @Obligation(value = Kind.INVARIANT, contract = true)
        static void drain_empties(Tally s) {
            assume(s.count() >= 0);
            decreases(s.count());
            s = Tallies.drain(s);
            prove(s.count() == 0);
        }

        @Obligation(value = Kind.INVARIANT, contract = true)
        static void drain_keeps_positive_shares(Tally s) {
            assume(s.share() > 0 && s.count() >= 0);
            decreases(s.count());
            s = Tallies.drain(s);
            prove(s.share() > 0);
        }

        @Obligation(value = Kind.INVARIANT)
        static void drainTwice_empties(Tally s) {
            assume(s.count() >= 0);
            s = Tallies.drainTwice(s);
            prove(s.count() == 0);
        }

        @Obligation(value = Kind.LEMMA)
        static void portion_is_defined(Tally s) {
            assume(s.share() > 0 && s.count() >= 0);
            prove(Tallies.portion(s) >= 0);
        }

        @Obligation(value = Kind.LEMMA, by = "drain_empties")
        static void portion_is_defined_by_the_wrong_contract(Tally s) {
            assume(s.share() > 0 && s.count() >= 0);
            prove(Tallies.portion(s) >= 0);
        }

        @Obligation(value = Kind.INVARIANT)
        static void drainTwice_of_anything(Tally s) {
            s = Tallies.drainTwice(s);
            prove(s.count() == 0);
        }

        @Obligation(value = Kind.INVARIANT, by = "drain_empties")
        static void drainTwice_assumes_too_little(Tally s) {
            s = Tallies.drainTwice(s);
            prove(s.count() == 0);
        }

        @Obligation(value = Kind.INVARIANT)
        static void drainTwice_is_not_executed(Tally s) {
            assume(s.count() == 0);
            Tally before = s;
            s = Tallies.drainTwice(s);
            prove(s.share() == before.share());
        }

        @Obligation(value = Kind.LEMMA)
        static void draining_each_of_many(Tally s) {
            prove(Range.forAll(0, s.count(), i -> Tallies.drain(new Tally(i, 1)).count() == 0));
        }

        @Obligation(value = Kind.LEMMA, by = "drain_fills")
        static void names_what_is_not_there(Tally s) {
            assume(s.count() >= 0);
            prove(Tallies.drain(s).count() == 0);
        }
    }

    /// Where callers do not see what a function does.
    static final class Opaque {
        private Opaque() { }

        @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, keeps = "share")
        static void increase_exceeds(Tally s) {
            assume(s.count() >= 0 && s.count() < 100);
            long before = s.count();
            s = Tallies.increase(s);
            prove(s.count() > before && s.count() <= before + 10);
        }

        @Obligation(value = Kind.INVARIANT)
        static void increaseTwice_exceeds(Tally s) {
            assume(s.count() >= 0 && s.count() < 90);
            Tally before = s;
            s = Tallies.increaseTwice(s);
            prove(s.count() > before.count() && s.share() == before.share());
        }

        @Obligation(value = Kind.INVARIANT)
        static void increaseTwice_adds_two(Tally s) {
            assume(s.count() >= 0 && s.count() < 90);
            long before = s.count();
            s = Tallies.increaseTwice(s);
            prove(s.count() == before + 2);
        }
    }

    static final class Clear {
        private Clear() { }

        @Obligation(value = Kind.INVARIANT, contract = true)
        static void increase_exceeds(Tally s) {
            assume(s.count() >= 0 && s.count() < 100);
            long before = s.count();
            s = Tallies.increase(s);
            prove(s.count() > before);
        }

        @Obligation(value = Kind.INVARIANT)
        static void increaseTwice_adds_two(Tally s) {
            long before = s.count();
            s = Tallies.increaseTwice(s);
            prove(s.count() == before + 2);
        }

        @Obligation(value = Kind.INVARIANT, by = "increase_exceeds")
        static void increaseTwice_adds_two_by_contract(Tally s) {
            assume(s.count() >= 0 && s.count() < 99);
            long before = s.count();
            s = Tallies.increaseTwice(s);
            prove(s.count() == before + 2);
        }
    }

    /// What is false, or has no ground.
    static final class False {
        private False() { }

        @Obligation(value = Kind.INVARIANT, contract = true)
        static void drain_leaves_one(Tally s) {
            assume(s.count() >= 0);
            decreases(s.count());
            s = Tallies.drain(s);
            prove(s.count() == 1);
        }

        @Obligation(value = Kind.LEMMA, by = "drain_leaves_one")
        static void portion_after_a_false_contract(Tally s) {
            assume(s.count() >= 0 && s.share() == 1);
            prove(Tallies.left(s) >= 0);
        }

        @Obligation(value = Kind.INVARIANT, contract = true)
        static void drain_by_a_measure_that_stays(Tally s) {
            assume(s.count() >= 0);
            decreases(7L);
            s = Tallies.drain(s);
            prove(s.count() == 0);
        }

        @Obligation(value = Kind.INVARIANT, contract = true)
        static void drain_by_no_measure(Tally s) {
            assume(s.count() >= 0);
            s = Tallies.drain(s);
            prove(s.count() == 0);
        }

        @Obligation(value = Kind.INVARIANT, contract = true)
        static void drain_by_a_measure_without_bound(Tally s) {
            decreases(s.count());
            s = Tallies.drain(s);
            prove(s.count() == 0);
        }

        @Obligation(value = Kind.INVARIANT, contract = true)
        static void drain_by_an_assumption_that_fails_later(Tally s) {
            assume(s.count() == 2);
            decreases(s.count());
            s = Tallies.drain(s);
            prove(s.count() == 0);
        }

        @Obligation(value = Kind.INVARIANT, contract = true)
        static void drain_by_a_measure_named_at_times(Tally s) {
            assume(s.count() >= 0);
            if (s.share() > 0) decreases(s.count());
            s = Tallies.drain(s);
            prove(s.count() == 0);
        }

        @Obligation(value = Kind.INVARIANT, contract = true)
        static void drain_of_another_state(Tally s) {
            s = Tallies.drain(new Tally(0, s.share()));
            prove(s.count() == 0);
        }

        @Obligation(value = Kind.INVARIANT, by = "drain_of_another_state")
        static void drainTwice_by_another_state(Tally s) {
            s = Tallies.drainTwice(s);
            prove(s.count() == 0);
        }
    }

    /// Each is true, and rests on the other.
    static final class Circular {
        private Circular() { }

        @Obligation(value = Kind.INVARIANT, contract = true, by = "decrease_takes_one")
        static void increase_adds_one(Tally s) {
            assume(decreased(s) != s.count());
            long before = s.count();
            s = Tallies.increase(s);
            prove(s.count() == before + 1);
        }

        @Obligation(value = Kind.INVARIANT, contract = true, by = "increase_adds_one")
        static void decrease_takes_one(Tally s) {
            assume(increased(s) != s.count());
            long before = s.count();
            s = Tallies.decrease(s);
            prove(s.count() == before - 1);
        }

        private static long increased(Tally s) {
            return Tallies.increase(s).count();
        }

        private static long decreased(Tally s) {
            return Tallies.decrease(s).count();
        }
    }

    static final class Refining {
        private Refining() { }

        @Obligation(contract = true)
        static void drain_empties(Tally s) {
            assume(s.count() >= 0);
            decreases(s.count());
            s = Tallies.drain(s);
            prove(s.count() == 0);
        }
    }
}
