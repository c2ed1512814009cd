package ashlar.refinement.api;

import ashlar.model.collection.PForest;
import ashlar.model.collection.PQueue;

/// The two words of a proof. On the JVM they test; lifted, they assume and claim.
public final class Claims {
    /// The values at hand are outside the theorem.
    public static final class Assumed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Assumed() {
            super("the assumptions do not hold", null, false, false);
        }
    }

    /// The claim is false of the values at hand.
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken() {
            super("the claim does not hold");
        }
    }

    private Claims() { }

    /// Restricts the theorem to states where holds is true.
    /// @throws Assumed on the JVM, if it is not
    public static void assume(boolean holds) {
        if (!holds) throw new Assumed();
    }

    /// A measure of a recursion or loop: each round it falls, and stays at least 0. On the JVM it says
    /// nothing.
    public static void decreases(long measure) { }

    /// A measure of a recursion or loop: each round the sequence loses elements and gains none.
    public static void decreases(PQueue<?> measure) { }

    /// A measure of a recursion or loop: each round the forest loses elements and gains none.
    public static void decreases(PForest<?> measure) { }

    /// Claims that holds is true, under what has been assumed so far.
    /// @throws Broken on the JVM, if it is not
    public static void prove(boolean holds) {
        if (!holds) throw new Broken();
    }
}
