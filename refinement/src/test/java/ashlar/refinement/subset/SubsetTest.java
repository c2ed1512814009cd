package ashlar.refinement.subset;

import static ashlar.refinement.subset.Layer.DRIVER;
import static ashlar.refinement.subset.Layer.KERNEL;
import static ashlar.refinement.subset.Layer.MODEL;
import static ashlar.refinement.subset.Layer.SPEC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubsetTest {
    private static final String IMPORTS = "package p; import ashlar.model.collection.*;"
        + " import ashlar.model.machine.Machine; import ashlar.model.word.Word;\n";
    private static final String EXCEPTION = """
        final class Gone extends RuntimeException {
            Gone(String why) { super(why); }
            static Gone gone(String why) { return new Gone(why); }
        }
        """;

    private static List<String> complaints(Layer layer, String source) {
        return Subset.check(layer, Sources.compile(IMPORTS + source + EXCEPTION)).stream()
            .map(Complaint::toString).toList();
    }

    static Stream<Arguments> allowed() {
        return Stream.of(
            of(KERNEL, """
                final class A {
                    static final long SIZE = 1L << 12;
                    private A() { }
                    static int sum(Machine m, long from, boolean twice) {
                        int sum = 0;
                        for (long i = from; Long.compareUnsigned(i, SIZE) < 0; i += 8) {
                            if (m.load64(i) == 3) continue;
                            sum += (int) m.load64(i);
                        }
                        switch (sum) {
                            case 0  -> { return twice ? 2 * sum : sum; }
                            case 1  -> m.store64(from, Word.mask(4));
                            case 2  -> throw new Gone("two");
                            default -> throw Gone.gone("three");
                        }
                        return sum(m, from);
                    }
                    static int sum(Machine m, long from) { return (int) from; }
                }
                """),
            of(SPEC, """
                sealed interface A {
                    record Leaf(long value) implements A { }
                    record Node(A left, A right) implements A { }
                    static long first(A a) {
                        return switch (a) {
                            case Node(Leaf(var v), _) when v > 3 -> v;
                            case Node(Node(var l, _), _) when Word.bit(first(l), 2) -> first(l);
                            case Node(var l, _) -> first(l);
                            case Leaf(var v) -> v;
                        };
                    }
                    default boolean isLeaf() { return this instanceof Leaf(var v) && v != 0; }
                    static A check(PMap<A, A> map, A a) {
                        if (!map.forAll((k, v) -> k.equals(a) || Range.exists(0, 5, i -> i == first(v))))
                            throw new Gone("map");
                        if (!Range.greatest(0, 9, i -> i == 2).isPresent()) return new Node(a, a);
                        return map.map((k, v) -> new Leaf(first(k))).get(a);
                    }
                }
                """),
            of(MODEL, """
                final class A {
                    private final long[] registers = new long[32];
                    private long pc;
                    record Step(int rd, long value) {
                        @Override public String toString() { return "mov x" + rd + ", #" + value; }
                    }
                    void execute(Step s) {
                        if (s.rd != 31) registers[s.rd] = s.value;
                        pc += 4;
                    }
                    Step step() { return new Step(Long.numberOfLeadingZeros(pc), pc); }
                }
                """),
            of(DRIVER, "final class A { static long twice(long x) { return Word.bits(2 * x, 31, 0); } }\n"));
    }

    @ParameterizedTest
    @MethodSource
    void allowed(Layer layer, String source) {
        assertThat(complaints(layer, source)).isEmpty();
    }

    static Stream<Arguments> forbidden_in_kernel() {
        return Stream.of(
            of("static void f(String s) { }", 3, "f takes a String"),
            of("static double f() { return 1.5; }", 3, "f returns a double"),
            of("static int f(long x) { return (byte) x; }", 3, "a byte"),
            of("static int f(long x) { return\n (int) Math.max(x, 3); }", 4, "call of java.lang.Math.max"),
            of("static long count;", 2, "static field count"),
            of("static final long[] ALL = {1};", 3, "static field ALL"),
            of("A() { }\n float own;", 3, "field own of type float"),
            of("static long f(long x) {\n long[] a = {x};\n return a[0]; }", 4, "an array"),
            of("static long f(Machine m) {\n Machine n = m; return n.load64(0); }", 4,
                "a local that holds a reference"),
            of("static void f(Machine m) {\n g(() -> m.load64(0)); } static void g(Runnable r) { }", 4,
                "a lambda"),
            of("static void f(Machine m) {\n m = new Machine(); }", 4, "new ashlar.model.machine.Machine"),
            of("static void f(long x) {\n while (x > 9) x--;\n while (x > 5) x--; }", 5, "a loop"),
            of("static void f(Machine m) {\n try { m.load64(1); } catch (RuntimeException e) { f(); } }\n"
                + "static void f() { }", 4, "try"),
            of("static long f(long n) {\n return n == 0 ? 0 : g(n - 1); }\n"
                + "static long g(long n) { return f(n); }", 4, "recursion by A.g"),
            of("static long f(long n) {\n return n == 0 ? 0 : f(n - 1); }", 4, "recursion by A.f"),
            of("long f() { return 0; }", 3, "instance method f"),
            of("static void f() {\n Gone.gone(\"why\"); }", 4, "an exception that is not thrown at once"),
            of("static void f() {\n throw new IllegalStateException(); }", 4,
                "new java.lang.IllegalStateException"),
            of("static boolean f(Machine m) {\n return \"\".equals(m.toString()); }", 4, "a string"),
            of("static void f(Machine m) {\n synchronized (m) { m.load64(0); } }", 4, "synchronized"),
            of("static boolean f() {\n return g(null); } static boolean g(Machine m) { return true; }", 4,
                "null"),
            of("static long f(Machine m) {\n" + "m.load64(0);\n".repeat(40) + "return 0; }", 4,
                "f has 41 lines"));
    }

    @ParameterizedTest
    @MethodSource
    void forbidden_in_kernel(String member, int line, String what) {
        assertComplained(KERNEL, "final class A {\n" + member + " }", line, what);
    }

    static Stream<Arguments> forbidden_in_spec() {
        return Stream.of(
            of("static long f(long n) {\n while (n > 3) n--; return n; }", 4, "a loop"),
            of("static long f(long n) {\n var a = new long[] {n}; return a[0]; }", 4, "an array"),
            of("static A f() {\n return null; }", 4, "null"),
            of("static boolean f(String s) { return true; }", 3, "f takes a String"),
            of("static boolean f() {\n return f(\"x\"); } static boolean f(Object o) { return true; }", 4,
                "a string"),
            of("static boolean f(java.util.function.LongPredicate p) { return p.test(3); }", 3,
                "call of java.util.function.LongPredicate.test"),
            of("static boolean f(PMap<A, A> m) {\n return g((k, v) -> true); }"
                + "static boolean g(java.util.function.BiPredicate<A, A> p) { return true; }", 4, "a lambda"),
            of("static Object f(long i) {\n return \"n\" + i; }", 4,
                "invokedynamic of StringConcatFactory.makeConcatWithConstants"),
            of("static Object f(long i) {\n return new java.util.ArrayList<>(); }", 4,
                "new java.util.ArrayList"),
            of("static Object f(long i) {\n return new B(); } static class B { }", 4, "new p.A$B"),
            of("static class B { long x; void set(long y) {\n x = y; } }", 4, "store to field x"),
            of("static final Option<A> NONE =\n Option.none();", 4, "static field NONE"),
            of("enum B { X, Y }", 3, "an enum"),
            of("static void f(Machine m) { m.load64(0); }", 3, "call of ashlar.model.machine.Machine.load64"),
            of("static long f(long x) {\n try { return x / x; } catch (RuntimeException e) { return 1; } }",
                4, "try"),
            of("static long f(long x) {\n" + "x = x + 1;\n".repeat(25) + "return x; }", 4,
                "f has 26 lines"));
    }

    @ParameterizedTest
    @MethodSource
    void forbidden_in_spec(String member, int line, String what) {
        assertComplained(SPEC, "record A(long x) {\n" + member + " }", line, what);
    }

    static Stream<Arguments> forbidden_in_model() {
        return Stream.of(
            of("static long f(long n) {\n while (n > 3) n--; return n; }", 4, "a loop"),
            of("static boolean f() {\n return Range.forAll(0, 3, i -> true); }", 4, "a lambda"),
            of("static long f() {\n return new long[3].length; }", 4, "a new array"));
    }

    @ParameterizedTest
    @MethodSource
    void forbidden_in_model(String member, int line, String what) {
        assertComplained(MODEL, "record A(long x) {\n" + member + " }", line, what);
    }

    private static void assertComplained(Layer layer, String source, int line, String what) {
        assertThat(complaints(layer, source)).anyMatch(c -> c.startsWith("p/A.java:" + line + ": " + what));
    }

    @Test
    void a_complaint_says_what_is_allowed() {
        assertThat(complaints(KERNEL, "final class A { static long f(long x) {\nreturn Math.abs(x); } }\n"))
            .containsExactly("p/A.java:3: call of java.lang.Math.abs; allowed: own layer,"
                + " ashlar.model.machine.Machine, ashlar.model.word.Word, ashlar.model.platform.Platform,"
                + " java.lang.Long, java.lang.Object.<init>");
    }

    @Test
    void a_driver_may_not_touch_memory() {
        assertComplained(DRIVER, "final class A {\nstatic long f(Machine m) { return m.load64(0); } }", 3,
            "f takes a Machine");
    }
}
