package ashlar.refinement.trial.sample;

import java.util.Objects;

/// Records, sealed types, patterns.
public final class Shapes {
    public record Point(int x, int y) {
        public Point {
            if (x == Integer.MIN_VALUE) y = 0;
        }

        Point(int both) {
            this(both, both);
        }

        static Point of(int x) {
            return new Point(x, x + 1);
        }

        Point plus(Point p) {
            return new Point(x + p.x, y + p.y());
        }

        Point withX(int newX) {
            return new Point(newX, y);
        }
    }

    public sealed interface Shape {
        int area();

        default int twice() {
            return 2 * area();
        }

        record Dot() implements Shape {
            @Override
            public int area() {
                return 0;
            }
        }

        record Square(int side) implements Shape {
            @Override
            public int area() {
                return side * side;
            }
        }

        record Box(Point from, Point to) implements Shape {
            @Override
            public int area() {
                return (to.x - from.x) * (to.y - from.y);
            }

            @Override
            public int twice() {
                return -1;
            }
        }
    }

    public sealed interface Either<A, B> {
        record Left<A, B>(A a) implements Either<A, B> { }

        record Right<A, B>(B b) implements Either<A, B> { }
    }

    public record Nested(Shape shape, Either<Point, Shape> either, long n, boolean flag) { }

    private Shapes() { }

    public static int accessors(Point p) {
        return p.x() * 3 + p.y();
    }

    public static Point made(int a, int b) {
        return new Point(a, b).plus(Point.of(b)).withX(a + b);
    }

    public static Point delegating(int a) {
        return new Point(a);
    }

    public static int area(Shape s) {
        return s.area();
    }

    public static int inherited(Shape s) {
        return s.twice();
    }

    public static int matched(Shape s) {
        return switch (s) {
            case Shape.Dot()                             -> 1;
            case Shape.Square(int side)                  -> side;
            case Shape.Box(Point(var a, _), Point(_, var b)) -> a - b;
        };
    }

    public static int guarded(Shape s, int limit) {
        return switch (s) {
            case Shape.Square q when q.side() > limit -> 1;
            case Shape.Square q when q.side() == 0    -> 2;
            case Shape.Box(var f, var t) when f.x() == t.x() && f.y() > limit -> 3;
            case Shape.Square(var side)               -> side + 4;
            case Shape.Box b                          -> b.to().x();
            case Shape.Dot _                          -> limit;
        };
    }

    public static int nestedPatterns(Nested n) {
        return switch (n) {
            case Nested(Shape.Dot _, Either.Left(Point(var x, var y)), _, _)      -> x + y;
            case Nested(Shape.Square(var s), Either.Right(Shape.Square(var t)), var k, _) -> s + t + (int) k;
            case Nested(_, Either.Left(var p), _, var f) when f                   -> p.x();
            case Nested(var s, Either.Right(var t), _, var f)                    ->
                f ? s.area() : t.area();
            case Nested(var s, _, var k, _)                                      -> s.area() - (int) k;
        };
    }

    public static int instanceOf(Shape s) {
        if (s instanceof Shape.Square(var side) && side > 2) return side;
        if (!(s instanceof Shape.Box b)) return -1;
        return b.from().equals(b.to()) ? 0 : 5;
    }

    public static int cast(Shape s) {
        return ((Shape.Square) s).side();
    }

    public static int castChecked(Shape s) {
        if (s instanceof Shape.Square) return ((Shape.Square) s).side();
        return 17;
    }

    public static boolean equality(Point a, int x, int y) {
        return a.equals(new Point(x, y));
    }

    public static boolean equalityOfSums(Shape a, Shape b) {
        return a.equals(b) && b.equals(a);
    }

    public static boolean equalityOfNested(Nested a, Nested b) {
        return a.equals(b) == b.equals(a) && Objects.requireNonNull(a).equals(a);
    }

    public static boolean equalityOfGenerics(Either<Point, Shape> a, Point p) {
        return a.equals(new Either.Left<Point, Shape>(p));
    }

    public static Shape built(int a, int b) {
        if (a == 0) return new Shape.Dot();
        if (a > 0) return new Shape.Square(b);
        return new Shape.Box(new Point(a, b), new Point(b, a));
    }

    public static Shape rebuilt(Shape s, int a) {
        Shape t = s;
        if (a > 3) t = new Shape.Square(a);
        else if (t instanceof Shape.Box(var f, _)) t = new Shape.Box(f, f);
        return t;
    }

    public static Nested nested(Nested n, int a) {
        return a > 0 ? new Nested(n.shape(), new Either.Right<>(n.shape()), a, !n.flag())
            : new Nested(new Shape.Square(a), n.either(), n.n() - 1, n.flag());
    }

    public static int nullable(int a) {
        Point p = a > 0 ? new Point(a, 2) : null;
        if (a > 5) return p.x();
        return p == null ? -1 : p.y();
    }

    public static int dereferenced(int a) {
        Point p = a > 0 ? new Point(a, 2) : null;
        return p.x() + a;
    }

    public static int nullInSwitch(int a) {
        Shape s = a > 0 ? new Shape.Square(a) : a == 0 ? null : new Shape.Dot();
        return switch (s) {
            case null           -> 100;
            case Shape.Square q -> q.side();
            default             -> 3;
        };
    }

    public static boolean nullComponents(int a, int b) {
        Shape.Box x = new Shape.Box(a > 0 ? new Point(1, 2) : null, null);
        Shape.Box y = new Shape.Box(b > 0 ? new Point(1, 2) : null, null);
        return x.equals(y);
    }
}
