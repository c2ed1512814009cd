package ashlar.refinement.trial;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.ClassSource;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// Runs the public static methods of sample classes by the engine and on the JVM, and compares. Each is
/// executed on arbitrary arguments once, and the merged terms are evaluated at random points; on constants,
/// where everything must fold; and on some constant arguments beside some arbitrary ones.
public final class DifferentialTrial {
    /// What was found.
    /// @param cases     comparisons made
    /// @param undefined points left out, since a quantified predicate raises there
    public record Report(long cases, long undefined, List<String> differences) { }

    private static final int FOLDED_ONE_IN = 20;
    private static final int DIFFERENCES_SHOWN = 3;

    private final long seed;
    private final int points;
    private final List<String> differences = new ArrayList<>();
    private long cases;
    private long undefined;

    private DifferentialTrial(long seed, int points) {
        this.seed = seed;
        this.points = points;
    }

    /// Tries each method of the classes at so many points.
    public static Report of(List<Class<?>> samples, int points, long seed) {
        var trial = new DifferentialTrial(seed, points);
        for (Class<?> c : samples) for (Method m : methods(c)) trial.compare(m);
        return new Report(trial.cases, trial.undefined, trial.differences);
    }

    /// Tries one method.
    static Report ofMethod(Method method, int points, long seed) {
        var trial = new DifferentialTrial(seed, points);
        trial.compare(method);
        return new Report(trial.cases, trial.undefined, trial.differences);
    }

    static List<Method> methods(Class<?> samples) {
        return Arrays.stream(samples.getDeclaredMethods())
            .filter(m -> Modifier.isStatic(m.getModifiers()) && Modifier.isPublic(m.getModifiers()))
            .sorted(Comparator.comparing(Method::getName)).toList();
    }

    private void compare(Method method) {
        var subject = new Subject(method, ClassSource.of(method.getDeclaringClass().getClassLoader()));
        var random = new SplittableRandom(seed ^ subject.name().hashCode());
        int before = differences.size();
        try {
            var merged = subject.lifted();
            for (int i = 0; i < points && differences.size() < before + DIFFERENCES_SHOWN; i++) {
                Object[] arguments = subject.arguments(random);
                var expected = subject.onJvm(arguments);
                compare("merged", subject, merged, arguments, expected);
                if (i % FOLDED_ONE_IN == 0) folded(subject, arguments, expected, random);
            }
        } catch (Unsupported e) {
            differences.add("refused: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            differences.add(subject.name() + ": the engine fails: " + e + " at " + e.getStackTrace()[0]);
        }
    }

    private void folded(Subject subject, Object[] arguments, Subject.Outcome expected,
        SplittableRandom random) {
        boolean[] isConstant = new boolean[arguments.length];
        for (int i = 0; i < arguments.length; i++) isConstant[i] = random.nextBoolean();
        compare("partly constant " + Arrays.toString(isConstant), subject,
            subject.lifted(isConstant, arguments), arguments, expected);
        Arrays.fill(isConstant, true);
        var constant = subject.lifted(isConstant, arguments);
        compare("constant", subject, constant, arguments, expected);
        if (!subject.isSmall() && !constant.isFolded())
            differences.add(subject.name() + ": not folded on " + Arrays.toString(arguments));
    }

    private void compare(String mode, Subject subject, Subject.Lifted lifted, Object[] arguments,
        Subject.Outcome expected) {
        Object actual;
        try {
            actual = lifted.at(arguments);
        } catch (AssertionError | IllegalArgumentException e) {
            actual = e.getMessage();
        }
        cases++;
        if (actual == null) undefined++;
        else if (!actual.equals(expected)) differences.add(subject.name() + " (" + mode + ", seed " + seed
            + ") on " + Arrays.deepToString(arguments) + ": the JVM says " + expected + ", the engine "
            + actual);
    }
}
