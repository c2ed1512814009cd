package ashlar.refinement.trial.sample;

import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the engine does not understand and must refuse.
public final class Refused {
    enum Colour { RED, GREEN }

    static final class Cell {
        int value;

        Cell(int value) {
            this.value = value;
        }
    }

    record Named(String name, int n) { }

    record OwnEquals(int n) {
        @Override
        public boolean equals(Object other) {
            return other instanceof OwnEquals;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    record Holder(OwnEquals held) { }

    static final class Fails {
        static final int[] TABLE = {1, 2};
        static final int VALUE = TABLE[2];

        private Fails() { }
    }

    static final int[] TABLE = {1, 2, 3};
    static final Cell SHARED = new Cell(1);
    static int counter;
    static int set = TABLE[0];

    private Refused() { }

    @Because("a call of hashCode on Text")
    public static int stringSwitch(int a) {
        String s = a > 0 ? "a" : "b";
        return switch (s) {
            case "a" -> 1;
            default  -> 2;
        };
    }

    @Because("a call of length on Text")
    public static int concatenation(int a) {
        return ("a" + a).length();
    }

    @Because("a call of equals on Text")
    public static boolean stringEquality(int a) {
        return ("x" + a).equals("x1");
    }

    @Because("a reference where a record is expected: Text")
    public static boolean stringComponents(boolean b) {
        String x = "x";
        Named n = new Named(b ? x : "y", 1);
        return n.equals(new Named(x, 1));
    }

    @Because("java/lang/Integer$IntegerCache")
    public static int boxing(int a) {
        Integer boxed = a;
        return boxed + 1;
    }

    @Because("an object of java/util/HashMap")
    public static int hashMap(int a) {
        Map<Long, Long> m = new HashMap<>();
        return m.size() + a;
    }

    @Because("an object of java/util/ArrayList")
    public static int arrayList(int a) {
        List<String> l = new ArrayList<>();
        l.add("x" + a);
        return l.size();
    }

    @Because("java/util/List.of")
    public static int listOf(int a) {
        return List.of("x" + a).size();
    }

    @Because("java/util/stream/IntStream.range")
    public static int streams(int a) {
        return IntStream.range(0, 3).map(x -> x * a).sum();
    }

    @Because("java/util/Optional.empty")
    public static int optional(int a) {
        return Optional.empty().isPresent() ? a : 1;
    }

    @Because("java/util/Objects.equals")
    public static boolean objectsEquals(Shapes.Point p, Shapes.Point q) {
        return Objects.equals(p, q);
    }

    @Because("a reference to [I and a reference to [I meet")
    public static int rowOfUnknownIndex(int i) {
        int[][] grid = {{1, 2}, {3, 4}};
        return grid[i & 1][0];
    }

    @Because("MULTIANEWARRAY")
    public static int multiArray(int a) {
        return new int[2][3].length + a;
    }

    @Because("an array whose length is not a constant")
    public static int arrayOfUnknownLength(int n) {
        return new int[n & 3].length;
    }

    @Because("an array whose length is not a constant")
    public static int arrayOfNegativeLength(int a) {
        return new int[-1].length + a;
    }

    @Because("no class file of [I")
    public static int arrayClone(int a) {
        int[] xs = {a, 1};
        return xs.clone()[1];
    }

    @Because("java/lang/System.arraycopy")
    public static int arrayCopy(int a) {
        int[] xs = {a, 1};
        System.arraycopy(xs, 0, xs, 1, 1);
        return xs[1];
    }

    @Because("java/lang/Enum.<init>")
    public static int enumConstant(int a) {
        Colour c = a > 0 ? Colour.RED : Colour.GREEN;
        return c == Colour.RED ? 1 : 2;
    }

    @Because("java/lang/Enum.<init>")
    public static int enumSwitch(int a) {
        Colour c = Colour.values()[a & 1];
        return switch (c) {
            case RED   -> 1;
            case GREEN -> 2;
        };
    }

    @Because("I2D")
    public static int floatingPoint(int a) {
        return (int) (a * 1.5);
    }

    @Because("constant 2.5")
    public static int floatingConstant(int a) {
        double d = 2.5;
        return d > a ? 1 : 2;
    }

    @Because("a field of type F")
    public static int floatingArray(int a) {
        return new float[3].length + a;
    }

    @Because("MONITORENTER")
    public static int synchronizedBlock(int a) {
        synchronized (SHARED) {
            return a;
        }
    }

    @Because("synchronized method")
    public static int synchronizedMethod(int a) {
        return locked(a);
    }

    private static synchronized int locked(int a) {
        return a;
    }

    @Because("hashCode of a record")
    public static int hashCodeOfRecord(Shapes.Point p) {
        return p.hashCode();
    }

    @Because("java/lang/Object.hashCode")
    public static int hashCodeOfObject(int a) {
        return new Cell(a).hashCode();
    }

    @Because("without a bound of 300 rounds")
    public static int unboundedLoop(int n) {
        int s = 0;
        for (int i = 0; i < n; i++) s += i;
        return s;
    }

    @Because("without a bound of 300 rounds")
    public static int endlessLoop(int a) {
        int s = a;
        while (true) s++;
    }

    @Because("recursion without a contract or a bound of 20")
    public static int deepRecursion(int n) {
        return n <= 0 ? 0 : 1 + deepRecursion(n - 1);
    }

    @Because("java/lang/System.nanoTime")
    public static long unknownMethod(int a) {
        return System.nanoTime() + a;
    }

    @Because("has no body")
    public static int nativeMethod(int a) {
        return (int) StrictMath.sqrt(fixed()) + a;
    }

    private static native double fixed();

    @Because("is not set by its class's initialiser")
    public static int staticRead(int a) {
        return counter + a;
    }

    @Because("Refused.counter is changed")
    public static int staticWritten(int a) {
        if (a > 0) counter = a;
        return a;
    }

    @Because("Refused.counter is changed")
    public static int staticWrittenAfterInitialiser(int a) {
        int r = set;
        if (a > 0) counter = 3;
        return r;
    }

    @Because("what a static field holds is changed")
    public static int staticTableWritten(int a) {
        if (a > 0) TABLE[0] = 7;
        return TABLE[0];
    }

    @Because("what a static field holds is changed")
    public static int staticObjectWritten(int a) {
        if (a > 0) SHARED.value = 7;
        return SHARED.value;
    }

    @Because("an exception in ashlar/refinement/trial/sample/Refused$Fails.<clinit>")
    public static int initialiserFails(int a) {
        return Fails.VALUE + a;
    }

    @Because("static field java/lang/Integer.TYPE")
    public static boolean staticOfJdk(int a) {
        return Integer.TYPE == null || a > 0;
    }

    @Because("constant")
    public static boolean classConstant(int a) {
        return Refused.class == null || a > 0;
    }

    @Because("a case that is no type")
    public static int patternsOfStrings(int a) {
        String s = a > 0 ? "x" : "abc";
        return switch (s) {
            case String t when t.isEmpty() -> 1;
            case "abc"                     -> 2;
            default                        -> 3;
        };
    }

    @Because("== on records")
    public static boolean identityOfRecords(Shapes.Point p, Shapes.Point q) {
        return p == q;
    }

    @Because("a reference to ashlar/refinement/trial/sample/Refused$Cell meet")
    public static int referencesMeet(int a) {
        Cell c = a > 0 ? new Cell(1) : new Cell(2);
        return c.value;
    }

    @Because("Null and a reference to")
    public static int nullAndReferenceMeet(int a) {
        Cell c = a > 0 ? new Cell(1) : null;
        return c == null ? 0 : c.value;
    }

    @Because("equals of objects with identity")
    public static boolean equalsOfObjects(int a) {
        record Pair(Cell x, int y) { }
        Cell c = new Cell(a);
        return new Pair(c, 1).equals(new Pair(new Cell(a), 1));
    }

    @Because("an equals of its own")
    public static boolean ownEqualsInside(int a, int b) {
        return new Holder(new OwnEquals(a)).equals(new Holder(new OwnEquals(b)));
    }

    @Because("a call of getMessage on Fault")
    public static int exceptionMessage(int a) {
        try {
            return 1 / a;
        } catch (ArithmeticException e) {
            return e.getMessage() == null ? 1 : 2;
        }
    }

    @Because("requireNonNull of what may be null")
    public static int requiredNonNull(int a) {
        Shapes.Point p = a > 0 ? new Shapes.Point(a, 1) : null;
        return Objects.requireNonNull(p).x();
    }

    @Because("PQueue.toList")
    public static int listOfQueue(PQueue<Theories.Key> q) {
        return q.toList().size();
    }

    @Because("PMap.hashCode")
    public static int hashOfMap(PMap<Theories.Key, Theories.Key> m) {
        return m.hashCode();
    }

    @Because("more than two elements")
    public static boolean manyElements(Theories.Key k) {
        return PQueue.of(k, new Theories.Key(1), new Theories.Key(2)).contains(k);
    }

    @Because("constant ClassOrInterfaceDesc[Refused]")
    public static int assertion(int a) {
        return Asserting.checked(a);
    }

    static final class Asserting {
        private Asserting() { }

        static int checked(int a) {
            assert a > 0;
            return a;
        }
    }
}
