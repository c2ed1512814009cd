package ashlar.refinement.mutate;

import ashlar.refinement.api.Suite;
import ashlar.refinement.check.Checker;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// Obligations of a suite, with arguments on which they hold, to be tried with mutants in place.
final class Trials {
    /// An obligation ready to be tried.
    /// @param depths how deep it calls each method
    record Exercise(String id, Method obligation, List<Sample> samples, Map<String, Integer> depths) {
        long mostSteps() {
            return samples.stream().mapToLong(Sample::steps).max().orElse(0);
        }
    }

    final Program program;
    final Anew base;
    final Suite suite;
    private final Map<String, Exercise> exercises = new LinkedHashMap<>();

    private Trials(Program program, Suite suite, Predicate<String> isMutated) {
        this.program = program;
        this.base = new Anew(suite.getClass().getClassLoader(), program.classes(), name ->
            isMutated.test(name) ? program.metered.stepsAndLines(program.file(name))
                : program.counting(name));
        this.suite = base.suite(suite.getClass().getName());
    }

    /// @param isMutated which classes, `pkg.Class`, there are mutants of
    /// @param work      runs what it is given, some at a time, on threads that are meters
    static Trials of(Program program, Suite suite, Predicate<String> isMutated, Work work) {
        var trials = new Trials(program, suite, isMutated);
        CallGraph calls = new CallGraph(program);
        List<Method> obligations = Checker.obligations(suite);
        Map<String, Exercise> made = new HashMap<>();
        work.each(obligations, o -> {
            Exercise e = trials.exercise(o, calls);
            synchronized (made) {
                made.put(e.id, e);
            }
        });
        obligations.forEach(o -> trials.exercises.put(Checker.id(o), made.get(Checker.id(o))));
        return trials;
    }

    private Exercise exercise(Method original, CallGraph calls) {
        Method m = base.counterpart(original);
        String key = m.getDeclaringClass().getName().replace('.', '/') + "." + m.getName()
            + java.lang.invoke.MethodType.methodType(m.getReturnType(), m.getParameterTypes())
                .toMethodDescriptorString();
        return new Exercise(Checker.id(original), m, Samples.of(m, suite.sampler()), calls.depths(key));
    }

    Exercise exercise(String id) {
        return exercises.get(id);
    }

    /// The obligations that may call the method with this key, those that call it most directly first.
    List<Exercise> reaching(String key) {
        return exercises.values().stream().filter(e -> e.depths.containsKey(key))
            .sorted(Comparator.comparing(e -> e.depths.get(key))).toList();
    }

    /// The samples that run the mutant's line, by obligation, in the order of `reaching`.
    Map<Exercise, List<Sample>> samples(Mutant mutant) {
        Map<Exercise, List<Sample>> all = new LinkedHashMap<>();
        OptionalInt line = program.metered.number(mutant.className(), mutant.line());
        if (line.isEmpty()) return all;
        for (Exercise e : reaching(mutant.key())) {
            List<Sample> those = new ArrayList<>(e.samples.stream()
                .filter(s -> s.lines().get(line.getAsInt())).toList());
            if (!those.isEmpty()) all.put(e, those);
        }
        return all;
    }
}
