package ashlar.refinement.mutate.operators.sample;

import ashlar.model.machine.Machine;

/// What is done with shelves.
public final class ShelfOps {
    public static final int REFUSED = -2;
    public static final int TAKEN = -1;

    private ShelfOps() { }

    /// The second store wins.
    public static void put(Machine m, long shelf, long one, long two) {
        ShelfPtr.setLeft(m, shelf, one);
        ShelfPtr.setLeft(m, shelf, two);
    }

    public static void putIf(Machine m, long shelf, boolean isWanted) {
        if (isWanted) ShelfPtr.setLeft(m, shelf, 1);
        ShelfPtr.setLeft(m, shelf, 2);
    }

    public static void fill(Machine m, long shelf) {
        mark(m, shelf, ShelfPtr.FULL);
    }

    private static void mark(Machine m, long shelf, int state) {
        ShelfPtr.setState(m, shelf, state);
    }

    public static boolean isFull(Machine m, long shelf) {
        return ShelfPtr.state(m, shelf) == ShelfPtr.FULL;
    }

    public static boolean isEmpty(Machine m, long shelf) {
        return ShelfPtr.state(m, shelf) == ShelfPtr.EMPTY;
    }

    public static int take(Machine m, long shelf) {
        return switch (ShelfPtr.state(m, shelf)) {
            case ShelfPtr.EMPTY -> 10;
            case ShelfPtr.FULL  -> 11;
            default             -> 12;
        };
    }

    public static int refuse() {
        return REFUSED;
    }

    public static long third(long shelves) {
        return ShelfPtr.at(shelves, 2);
    }

    public static long minus(long a, long b) {
        return a - b;
    }

    public static int minus(int a, int b) {
        return a - b;
    }

    public static long tenLess(long n) {
        return minus(n, 10L);
    }

    public static int tenLess(int n) {
        return minus(n, 10);
    }

    public static long none(long n) {
        return minus(n, n);
    }

    public static long tenLessIf(long n, boolean isWanted) {
        return minus(n, isWanted ? 10L : 0L);
    }

    public static long wordAfter(long base, long index) {
        return base + (index << 3);
    }
}
