package ashlar.refinement.check;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Obligation;
import ashlar.refinement.api.Suite;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.solve.Limits;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs a suite.
public final class Checker {
    private static final int TRIES_FOR_WITNESS = 60;
    private static final int TRIES_FOR_REFUTATION = 4_000;
    private static final long SEED = 1;
    private static final long STACK = 256L << 20;

    private final Suite suite;
    private final Options options;
    private final ClassSource source;

    private Checker(Suite suite, Options options) {
        this.suite = suite;
        this.options = options;
        this.source = ClassSource.of(suite.getClass().getClassLoader());
    }

    /// The claims whose ids match one of globs, all if there are none.
    public static List<Claim> list(Suite suite, List<String> globs) {
        return selected(suite, globs).stream().map(Checker::claim).toList();
    }

    /// Checks what options select, in parallel; results in the order of the suite.
    public static List<Result> run(Suite suite, Options options, Listener listener) {
        return new Checker(suite, options).all(listener);
    }

    /// Runs obligation id of suite on the JVM, on the arguments that seed makes.
    /// @return what it breaks, if it does
    public static Optional<Counterexample> replay(Suite suite, String id, long seed) {
        return Trial.replay(method(suite, id), suite.sampler(), seed);
    }

    /// The arguments that seed makes for obligation id of suite.
    public static Object[] arguments(Suite suite, String id, long seed) {
        return Trial.arguments(method(suite, id), suite.sampler(), seed);
    }

    /// The method that states obligation id.
    public static Method method(Suite suite, String id) {
        return selected(suite, List.of(id)).stream().filter(m -> id(m).equals(id)).findFirst().orElseThrow();
    }

    private static List<Method> selected(Suite suite, List<String> globs) {
        return suite.obligations().stream().flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
            .filter(m -> m.isAnnotationPresent(Obligation.class)).filter(m -> matches(id(m), globs))
            .sorted(Comparator.comparing(Checker::id)).toList();
    }

    private static boolean matches(String id, List<String> globs) {
        return globs.isEmpty() || globs.stream()
            .anyMatch(g -> id.matches("\\Q" + g.replace("*", "\\E.*\\Q") + "\\E")
            || id.substring(id.indexOf('.') + 1).matches("\\Q" + g.replace("*", "\\E.*\\Q") + "\\E"));
    }

    private static String id(Method m) {
        return m.getDeclaringClass().getSimpleName() + "." + m.getName();
    }

    private static Claim claim(Method m) {
        Obligation o = m.getAnnotation(Obligation.class);
        String text = o.text().isEmpty() ? m.getName().replace('_', ' ') : o.text();
        return new Claim(id(m), o.value(), text, m.getDeclaringClass().getName().replace('.', '/') + ".java");
    }

    private List<Result> all(Listener listener) {
        List<Method> methods = selected(suite, options.globs());
        try (var pool =
            Executors.newFixedThreadPool(Math.max(1, options.jobs()), r ->
            new Thread(null, r, "check", STACK))) {
            var completion = new ExecutorCompletionService<Result>(pool);
            for (Method m : methods) completion.submit(() -> {
                listener.started(id(m));
                return checked(m);
            });
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < methods.size(); i++) {
                results.add(finished(completion.take()));
                listener.finished(results.getLast(), i + 1, methods.size());
            }
            results.sort(Comparator.comparing(Result::id));
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Result finished(Future<Result> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Result checked(Method m) {
        long start = System.nanoTime();
        Claim claim = claim(m);
        Proof proof = null;
        Verdict verdict;
        boolean witness = false;
        try {
            int millis = (int) (options.seconds() * 1000);
            proof = Proof.of(suite, m, source, new Limits(Math.max(1, millis / 2), Math.max(1, millis)));
            Trial trial =
                Trial.of(m, suite.sampler(), proof.open().isEmpty() ? TRIES_FOR_WITNESS
                : TRIES_FOR_REFUTATION, SEED);
            witness = trial.witness();
            verdict = verdict(proof, trial);
        } catch (Unsupported e) {
            verdict = new Verdict.Failed(e.getMessage());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(claim.id(), claim.kind(), claim.text(), claim.location(), verdict, seconds,
            proof == null ? 0 : proof.goals(), proof == null ? 0 : proof.queries(),
            proof == null ? 0 : proof.goals(), false, witness, "",
            proof == null ? List.of() : List.copyOf(proof.reached()), List.of(), "");
    }

    /// What runs on the JVM outweighs a proof: where the two disagree the engine is wrong, and says so.
    private static Verdict verdict(Proof proof, Trial trial) {
        if (trial.counterexample().isPresent()) {
            if (proof.open().isEmpty())
                return new Verdict.Failed("proved, and yet the JVM refutes it: " + trial.counterexample()
                .get());
            return new Verdict.Refuted(trial.counterexample().get());
        }
        if (!proof.open().isEmpty()) return new Verdict.Unknown(String.join("; ", heads(proof.open())));
        return trial.witness() ? new Verdict.Proved() : new Verdict.Vacuous();
    }

    private static List<String> heads(List<String> open) {
        return open.stream().map(o -> o.length() > 160 ? o.substring(0, 160) + "…" : o).distinct().limit(5)
            .toList();
    }
}
