package ashlar.refinement.report;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import ashlar.refinement.lift.ClassSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Runs an obligation again on arguments that break it, in instrumented classes, and tells what went wrong.
public final class Replay {
    private final Method obligation;
    private final Sampler sampler;
    private final OnTrial onTrial;
    private final InstrumentedClasses classes;

    /// @param suite  its class has a public constructor without parameters
    /// @param source the class files to run
    public Replay(Suite suite, Method obligation, ClassSource source) {
        try {
            classes = new InstrumentedClasses(suite.getClass(), source);
            Suite own =
                (Suite) classes.loadClass(suite.getClass().getName()).getDeclaredConstructor().newInstance();
            this.obligation =
                counterpart(classes.loadClass(obligation.getDeclaringClass().getName()), obligation);
            this.obligation.setAccessible(true);
            this.sampler = own.sampler();
            this.onTrial = new OnTrial(own);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot load again " + suite.getClass().getName(), e);
        }
    }

    /// What goes wrong with the arguments that seed makes; empty if nothing does, or if they are outside the
    /// theorem.
    public static Optional<Counterexample> of(Suite suite, Method obligation, long seed) {
        return new Replay(suite, obligation, ClassSource.of(suite.getClass().getClassLoader())).on(seed);
    }

    private static Method counterpart(Class<?> owner, Method original) {
        return Arrays.stream(owner.getDeclaredMethods())
            .filter(m -> m.getName().equals(original.getName()) && names(m).equals(names(original)))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no " + original + " in its class file"));
    }

    private static List<String> names(Method m) {
        return Arrays.stream(m.getParameterTypes()).map(Class::getName).toList();
    }

    /// What goes wrong with the arguments that seed makes, as for `of`.
    public Optional<Counterexample> on(long seed) {
        Run run = run(seed);
        return run.refuted().map(_ -> counterexample(run));
    }

    /// A run on the arguments that seed makes, if it makes some.
    Optional<Run> possibleRun(long seed) {
        return Seed.possibleArguments(obligation, sampler, seed).map(before -> run(seed, before));
    }

    /// A run on the arguments that seed makes.
    Run run(long seed) {
        return run(seed, Seed.arguments(obligation, sampler, seed));
    }

    private Run run(long seed, Object[] before) {
        Object[] after = sampler.copy(before);
        AtomicReference<Throwable> raised = new AtomicReference<>();
        Trace trace = Trace.of(classes.functions(), () -> raised.set(raised(after)));
        return Run.of(seed, before, after, raised.get(), sampler, trace.first());
    }

    /// What goes wrong in a run that refutes something.
    Counterexample counterexample(Run run) {
        Failure failure = Failure.of(run, onTrial, classes::has);
        List<String> input = input(run.before());
        List<String> words = new ArrayList<>(input);
        words.add(failure.broken());
        return new Counterexample(failure.where(), failure.broken(), input,
            States.of(run, failure.claim(), sampler).about(words), Path.of(run.call(), onTrial), run.seed());
    }

    private Throwable raised(Object[] arguments) {
        try {
            obligation.invoke(null, arguments);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The arguments that are no part of the picture.
    private List<String> input(List<Object> arguments) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Object value = arguments.get(i);
            if (!sampler.picture("before", new Object[] {value}).isEmpty()) continue;
            String name = obligation.getParameters()[i].getName();
            words.add(name + " "
                + (Words.isCompound(value) ? Words.components((Record) value) : Words.of(value)));
        }
        return words;
    }
}
