package ashlar.refinement.trial.sample;

import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/// Which method a call selects; functions as values.
public final class Dispatch {
    interface Top {
        default int v() {
            return 1;
        }
    }

    interface Left extends Top { }

    interface Right extends Top {
        @Override
        default int v() {
            return 2;
        }
    }

    record Diamond(int a) implements Left, Right { }

    static class Holder implements Right {
        private int hidden() {
            return 10;
        }

        int callsHidden() {
            return this.hidden();
        }
    }

    static final class Reholder extends Holder implements Top {
        int hidden() {
            return 20;
        }
    }

    sealed interface Animal {
        default int legs() {
            return 4;
        }

        private int secret() {
            return legs() * 10;
        }

        default int told() {
            return secret() + 1;
        }

        int noise(int loud);

        record Dog(int age) implements Animal {
            @Override
            public int noise(int loud) {
                return loud + age;
            }
        }

        record Bird(int age) implements Animal {
            @Override
            public int legs() {
                return 2;
            }

            @Override
            public int noise(int loud) {
                if (loud > 3) throw new IllegalStateException("too loud");
                return -loud;
            }
        }

        record Fish(int age, int depth) implements Animal {
            @Override
            public int legs() {
                return Animal.super.legs() - 4;
            }

            @Override
            public int noise(int loud) {
                throw new UnsupportedOperationException();
            }

            public int secret() {
                return 99;
            }
        }
    }

    abstract static class Template {
        final int run(int a) {
            return step(a) + step(a + 1);
        }

        abstract int step(int a);
    }

    @FunctionalInterface
    interface Generator {
        int make();

        default int twice() {
            return make() * 2;
        }
    }

    record OwnEquals(int a, int b) {
        @Override
        public boolean equals(Object other) {
            return other instanceof OwnEquals that && a == that.a;
        }

        @Override
        public int hashCode() {
            return a;
        }
    }

    private Dispatch() { }

    public static int diamond(int a) {
        return new Diamond(a).v() + a;
    }

    public static int reimplementedInterface() {
        return new Reholder().v();
    }

    public static int privateMethod() {
        return new Reholder().callsHidden();
    }

    public static int defaults(Animal animal) {
        return animal.legs();
    }

    public static int privateInInterface(Animal animal) {
        return animal.told();
    }

    public static int someThrow(Animal animal, int loud) {
        return animal.noise(loud) * 2;
    }

    public static int allThrow(boolean which, int a) {
        Animal f = new Animal.Fish(a, 1);
        Animal g = which ? f : new Animal.Bird(a);
        return 5 + g.noise(7);
    }

    public static int allThrowOnEmptyStack(boolean which, int a) {
        Animal g = which ? new Animal.Fish(a, 1) : new Animal.Bird(a);
        return g.noise(7);
    }

    public static int anonymous(int a) {
        Template t = new Template() {
            @Override
            int step(int x) {
                return x * a;
            }
        };
        return t.run(3);
    }

    public static int lambda(int a, int b) {
        IntUnaryOperator f = x -> x * a + b;
        return f.applyAsInt(f.applyAsInt(2));
    }

    public static int chosenFunction(int a, int b) {
        return applied((x, y) -> x - y, a, b) + applied(Dispatch::larger, a, b);
    }

    private static int applied(IntBinaryOperator f, int a, int b) {
        return f.applyAsInt(a, b);
    }

    private static int larger(int a, int b) {
        return a > b ? a : b;
    }

    public static int defaultOfFunction(int a) {
        Generator g = () -> a + 1;
        return g.twice() - g.make();
    }

    public static int virtualReference(Animal animal) {
        return legs(Animal::legs, animal);
    }

    private interface Legs {
        int of(Animal a);
    }

    private static int legs(Legs legs, Animal a) {
        return legs.of(a);
    }

    public static int boundReference(Animal animal, int loud) {
        IntUnaryOperator f = animal::noise;
        return f.applyAsInt(loud);
    }

    public static int throwingLambda(int a) {
        IntPredicate p = x -> {
            if (x == 0) throw new IllegalStateException();
            return x > 2;
        };
        return p.test(a) ? 1 : 2;
    }

    public static boolean ownEquals(int a, int b, int c) {
        return new OwnEquals(a, b).equals(new OwnEquals(a, c));
    }
}
