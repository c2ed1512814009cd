package ashlar.refinement.trial.sample;

import ashlar.refinement.trial.SmallNumbers;

/// Programs on which a symbolic executor was wrong before.
@SmallNumbers
public final class Traps {
    /// Its initialiser runs when a branch first needs it.
    static final class Lazy {
        static final int[] TABLE = {10, 20, 30};
        static final int SUM = TABLE[0] + TABLE[1] + TABLE[2];

        private Lazy() { }
    }

    static final class Box {
        int value;
        Box inner;

        Box(int value) {
            this.value = value;
        }
    }

    private Traps() { }

    public static int initialisedInOneBranch(int a, int i) {
        int r = 0;
        if (a > 2) r = Lazy.TABLE[i & 1];
        else if (a == 0) r = 1;
        return r + Lazy.SUM;
    }

    public static int madeInBranch(int a) {
        int r = 0;
        if (a > 1) {
            Box b = new Box(a);
            b.inner = new Box(a + 1);
            if (a > 3) b.inner.value *= 2;
            r = b.value * 10 + b.inner.value;
        }
        return r;
    }

    public static int changedInBranch(int a) {
        Box b = new Box(1);
        int[] xs = {1, 2};
        if (a > 1) {
            b.value = 5;
            xs[a & 1] = 7;
        } else if (a == 0) {
            b.value++;
        }
        return b.value * 100 + xs[0] * 10 + xs[1];
    }

    public static int exhaustive(Shapes.Shape s) {
        return switch (s) {
            case Shapes.Shape.Dot()         -> 1;
            case Shapes.Shape.Square(int q) -> q;
            case Shapes.Shape.Box(_, var t) -> t.x();
        };
    }

    public static int throwingArm(Shapes.Shape s, int a) {
        int r = switch (s) {
            case Shapes.Shape.Dot()                    -> throw new IllegalStateException("dot");
            case Shapes.Shape.Square(int q) when q > a -> throw new IllegalArgumentException("big");
            case Shapes.Shape.Square(int q)            -> q;
            case Shapes.Shape.Box(_, var t)            -> t.x();
        };
        return r + 1;
    }
}
