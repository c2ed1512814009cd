package ashlar.refinement.mutate.operators.sample;

import ashlar.model.machine.Machine;

/// A shelf, 32 bytes: two things, and whether it is in use.
public final class ShelfPtr {
    public static final long SIZE_BITS = 5;

    public static final int EMPTY = 0;
    public static final int FULL = 1;
    public static final int LOST = 2;

    private static final long LEFT = 8;
    private static final long RIGHT = 16;
    private static final long STATE = 24;

    private ShelfPtr() { }

    public static long at(long shelves, long index) {
        return shelves + (index << SIZE_BITS);
    }

    public static long left(Machine m, long shelf) {
        return m.load64(shelf + LEFT);
    }

    public static void setLeft(Machine m, long shelf, long thing) {
        m.store64(shelf + LEFT, thing);
    }

    public static long right(Machine m, long shelf) {
        return m.load64(shelf + RIGHT);
    }

    public static void setRight(Machine m, long shelf, long thing) {
        m.store64(shelf + RIGHT, thing);
    }

    public static int state(Machine m, long shelf) {
        return (int) m.load64(shelf + STATE);
    }

    public static void setState(Machine m, long shelf, int state) {
        m.store64(shelf + STATE, state);
    }
}
