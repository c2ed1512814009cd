package ashlar.refinement.mutate;

import java.util.BitSet;

/// What metered classes report to while they run on a thread of this kind: how many branches and calls they
/// make, which lines they run.
public final class Meter extends Thread {
    private long left = Long.MAX_VALUE;
    private BitSet seen = new BitSet();

    Meter(Runnable work, String name, long stackSize) {
        super(null, work, name, stackSize);
    }

    /// That of this thread, which is of this kind.
    static Meter current() {
        return (Meter) Thread.currentThread();
    }

    /// Allows this many steps from now on, and forgets the lines seen.
    void allow(long steps) {
        left = steps;
        seen = new BitSet();
    }

    /// How many of the steps allowed are left.
    long left() {
        return left;
    }

    /// The lines run since steps were allowed, by number.
    BitSet seen() {
        return seen;
    }

    /// A branch or call.
    /// @throws Endless if it is one more than allowed
    public static void step() {
        if (Thread.currentThread() instanceof Meter m && --m.left < 0) throw new Endless();
    }

    /// The line with this number is run.
    public static void line(int number) {
        if (Thread.currentThread() instanceof Meter m) m.seen.set(number);
    }

    /// The field gives back read after stored was stored in it.
    /// @throws Unheld if that is not the same
    public static void stored(long read, long stored, String field) {
        if (read != stored) throw new Unheld(field + " cannot hold 0x" + Long.toHexString(stored));
    }
}
