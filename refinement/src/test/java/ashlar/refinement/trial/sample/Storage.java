package ashlar.refinement.trial.sample;

/// Arrays, objects and static tables.
@SuppressWarnings("lossy-conversions")
public final class Storage {
    private static final int[] SQUARES = squares();
    private static final long[] MASKS = {1, 0xff, 0xffff, -1, 1L << 40};
    private static final int DERIVED = SQUARES[3] + 1;
    private static final Counter FIXED = new Counter(40);

    private static int[] squares() {
        int[] all = new int[10];
        for (int i = 0; i < all.length; i++) all[i] = i * i;
        return all;
    }

    static class Base {
        int shared;

        Base(int shared) {
            this.shared = shared;
        }

        int value() {
            return shared;
        }

        int calls() {
            return value() * 2;
        }
    }

    static final class Counter extends Base {
        private int count;
        private Counter next;

        Counter(int start) {
            super(start + 1);
            count = start;
        }

        int up(int by) {
            count += by;
            return count;
        }

        @Override
        int value() {
            return super.value() + count;
        }
    }

    static class Shadowed {
        int x = 5;
        int unset;
        long[] table = {1, 2};

        int base() {
            return x + unset;
        }
    }

    static final class Shadowing extends Shadowed {
        int x = 7;

        int both() {
            return x * 100 + super.x * 10 + base() + (int) table[1];
        }
    }

    interface Limits {
        int LIMIT = SQUARES.length;
    }

    static final class Limited implements Limits {
        static int limit() {
            return LIMIT;
        }
    }

    private Storage() { }

    public static int shadowedFields(int a) {
        Shadowing s = new Shadowing();
        if (a > 0) s.x = a;
        if (a > 3) ((Shadowed) s).x = 9;
        if (a < -3) s.unset = 1;
        return s.both();
    }

    public static int inheritedConstant() {
        return Limited.limit() + Limited.LIMIT;
    }

    public static int initialisedInBranch(int a) {
        int r = a;
        if (a > 100) r += Late.TABLE[1];
        return r;
    }

    static final class Late {
        static final int[] TABLE = {1, 2, 3};

        private Late() { }
    }

    public static int local(int a, int i) {
        int[] xs = {a, a + 1, a * 2, 7};
        return xs[i];
    }

    public static int stored(int a, int i, int j) {
        int[] xs = new int[5];
        xs[i] = a;
        xs[j] += 3;
        xs[0]++;
        return xs[0] * 10000 + xs[i] * 100 + xs[j] + xs.length;
    }

    public static long longs(long a, int i) {
        long[] xs = {a, 2 * a, 3 * a};
        xs[i & 1] -= 5;
        long before = xs[2]++;
        return xs[i] + before;
    }

    public static int bytes(int a, int i) {
        byte[] xs = new byte[4];
        xs[i & 3] = (byte) a;
        xs[1] += 100;
        return xs[i] + xs[1];
    }

    public static int shortsAndChars(int a) {
        short[] xs = {(short) a, 1};
        char[] ys = {(char) a, 'x'};
        xs[1] *= 300;
        ys[1] += a;
        return xs[0] + ys[0] * 3 + xs[1] + ys[1];
    }

    public static boolean booleans(int a, boolean b) {
        boolean[] xs = new boolean[3];
        xs[a & 1] = b;
        xs[2] = a > 0;
        return xs[0] ^ xs[1] | xs[2];
    }

    public static int[] returned(int a, int i) {
        int[] xs = {1, 2, 3};
        if (a > 0) xs[i] = a;
        return xs;
    }

    public static int aliased(int a, int i) {
        int[] xs = {1, 2, 3};
        int[] ys = xs;
        if (a > 2) ys[i] = a;
        return xs[0] + xs[1] * 10 + xs[2] * 100;
    }

    public static int freshInBranch(int a) {
        int r;
        if (a > 0) {
            int[] xs = {a, 5};
            xs[0] += 1;
            r = xs[0] + xs[1];
        } else {
            Counter c = new Counter(a);
            r = c.up(3);
        }
        return r;
    }

    public static int staticTable(int i) {
        return SQUARES[i];
    }

    public static int staticTableInBranch(int i, int a) {
        return a > 0 ? SQUARES[i & 7] : a == 0 ? DERIVED : (int) MASKS[1];
    }

    public static long masks(int i, long a) {
        return MASKS[i] & a;
    }

    public static int fixedObject(int a) {
        return FIXED.value() + a;
    }

    public static int objects(int a, int b) {
        Counter c = new Counter(a);
        c.up(b);
        if (b > 3) c.up(a);
        return c.up(1) + c.count;
    }

    public static int inheritance(int a, boolean b) {
        Counter c = new Counter(a);
        if (b) c.shared = 3;
        return c.calls() + c.shared;
    }

    public static int linked(int a, int b) {
        Counter c = new Counter(a);
        c.next = new Counter(b);
        if (a > b) c.next.up(7);
        c.up(c.next.count);
        return c.next.value() + c.count;
    }

    public static int sharedObject(int a) {
        Counter c = new Counter(1);
        Counter d = a > 0 ? c : c;
        d.up(a);
        return c.count + (c == d ? 1 : 0);
    }

    public static int arrayOfObjects(int a) {
        Counter[] all = {new Counter(1), new Counter(2)};
        all[1].up(a);
        all[0] = all[1];
        return all[0].up(1) + all[1].count;
    }

    public static int twoDimensions(int a, int i) {
        int[][] grid = {{1, 2}, {3, a}};
        grid[1][i & 1] += 5;
        return grid[0][i & 1] * 1000 + grid[1][0] * 10 + grid[1][1];
    }

    public static int arrayOfRecords(int i, int a) {
        Shapes.Point[] all = {new Shapes.Point(1, 2), new Shapes.Point(a, 4), new Shapes.Point(5, a)};
        all[i & 1] = new Shapes.Point(a, a);
        return all[i].x() + all[2].y();
    }

    public static int outOfBounds(int i, int j) {
        int[] xs = new int[3];
        try {
            xs[i] = 4;
            return xs[j];
        } catch (ArrayIndexOutOfBoundsException e) {
            return xs[0] + 100;
        }
    }

    public static int wrongElement(int a) {
        Object[] all = new Shapes.Shape[2];
        Shapes.Shape s = a > 3 ? new Shapes.Shape.Square(a) : null;
        all[a & 1] = s;
        if (a == 7) all[0] = new Shapes.Point(a, a);
        return all[0] == null ? 1 : 2;
    }

    public static boolean instanceOfReferenceArray(int a) {
        Object o = new Shapes.Shape.Square[a & 0];
        return o instanceof Shapes.Shape[] && o instanceof Object[] && !(o instanceof Shapes.Point[]);
    }

    public static boolean instanceOfArray(int a) {
        Object o = new int[] {a};
        return o instanceof int[] && !(o instanceof long[]);
    }

    public static int wrongCastOfObject(int a) {
        Object o = new Counter(a);
        return ((Shapes.Point) o).x();
    }

    public static int castOfObject(int a) {
        Base o = new Counter(a);
        return ((Counter) o).count;
    }
}
