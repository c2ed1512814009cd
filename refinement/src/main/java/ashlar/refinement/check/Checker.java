package ashlar.refinement.check;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.refinement.api.Suite;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.layout.LayoutProof;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.report.Replay;
import ashlar.refinement.report.Seed;
import ashlar.refinement.solve.Limits;
import ashlar.refinement.term.OutOfTime;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Runs a suite.
public final class Checker {
    private static final int TRIES_FOR_WITNESS = 40;
    private static final int TRIES_FOR_REFUTATION = 1_000;
    private static final int LIFTING = 20;      // times the limit of a question
    private static final long SEED = 1;
    private static final long STACK = 256L << 20;

    private final Suite suite;
    private final Options options;
    private final ClassSource source;
    private final Cache cache;
    private final Questions questions;

    private Checker(Suite suite, Options options) {
        this.suite = suite;
        this.options = options;
        this.source = ClassSource.of(suite.getClass().getClassLoader());
        var contracts = SuiteContracts.of(suite, new Classes(source));
        this.questions = new Questions(options.smt2(), options.crossCheck());
        boolean isFresh = options.noCache() || questions.areWanted();
        this.cache = new Cache(options.cache(), isFresh, suite, source, contracts);
    }

    /// The claims whose ids match one of globs, all if there are none.
    public static List<Claim> list(Suite suite, List<String> globs) {
        return claims(suite).stream().filter(c -> matches(c.id(), globs)).toList();
    }

    /// Checks what options select, in parallel, and the contracts that it relies on; results in the order of
    /// ids.
    public static List<Result> run(Suite suite, Options options, Listener listener) {
        return new Checker(suite, options).all(listener);
    }

    /// Runs obligation id of suite on the JVM, on the arguments that seed makes.
    /// @return what it breaks, if it does
    public static Optional<Counterexample> replay(Suite suite, String id, long seed) {
        return Replay.of(suite, method(suite, id), seed);
    }

    /// The arguments that seed makes for obligation id of suite.
    public static Object[] arguments(Suite suite, String id, long seed) {
        return Seed.arguments(method(suite, id), suite.sampler(), seed);
    }

    /// The methods that state the claims of suite, those of layouts left out.
    public static List<Method> obligations(Suite suite) {
        return suite.obligations().stream().flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
            .filter(m -> m.isAnnotationPresent(Obligation.class)).sorted(Comparator.comparing(Claim::id))
            .toList();
    }

    /// The id of the claim that an obligation is named for.
    public static String id(Method obligation) {
        return Claim.id(obligation);
    }

    /// The method that states claim id.
    public static Method method(Suite suite, String id) {
        return claims(suite).stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().obligation();
    }

    private static List<Claim> claims(Suite suite) {
        Stream<Claim> obligations = obligations(suite).stream().flatMap(m -> Claim.of(m).stream());
        Stream<Claim> layouts = suite.places().entrySet().stream()
            .map(e -> Claim.of(e.getKey(), e.getValue()));
        return Stream.concat(obligations, layouts).sorted(Comparator.comparing(Claim::id)).toList();
    }

    private static boolean matches(String id, List<String> globs) {
        return globs.isEmpty() || globs.stream().anyMatch(g -> {
            String pattern = "\\Q" + g.replace("*", "\\E.*\\Q") + "\\E";
            return id.matches(pattern) || id.substring(id.indexOf('.') + 1).matches(pattern);
        });
    }

    private List<Result> all(Listener listener) {
        Set<Method> open = new LinkedHashSet<>();
        for (Claim c : list(suite, options.globs())) {
            if (!options.changedOnly() || cache.find(c.obligation()).isEmpty()) open.add(c.obligation());
        }
        Map<Method, List<Result>> done = new LinkedHashMap<>();
        while (!open.isEmpty()) {
            done.putAll(together(List.copyOf(open), done.size(), listener));
            open.clear();
            for (String id : Reliance.used(done.values())) {
                Method m = method(suite, id);
                if (!done.containsKey(m)) open.add(m);
            }
        }
        if (questions.isCrossChecked()) listener.note(questions.summary());
        return Reliance.checked(done.values()).stream().sorted(Comparator.comparing(Result::id)).toList();
    }

    private Map<Method, List<Result>> together(List<Method> methods, int before, Listener listener) {
        Map<Method, List<Result>> done = new LinkedHashMap<>();
        try (var pool =
            Executors.newFixedThreadPool(options.jobs(), r -> new Thread(null, r, "check", STACK))) {
            var completion = new ExecutorCompletionService<Map.Entry<Method, List<Result>>>(pool);
            for (Method m : methods) completion.submit(() -> {
                listener.started(Claim.id(m));
                return Map.entry(m, checked(m));
            });
            while (done.size() < methods.size()) {
                var results = finished(completion.take());
                done.put(results.getKey(), results.getValue());
                for (Result r : results.getValue()) {
                    listener.finished(r, before + done.size(), before + methods.size());
                }
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static <T> T finished(Future<T> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<Result> checked(Method m) {
        Optional<Cache.Entry> known = cache.find(m);
        if (known.isPresent()) return results(m, Outcome.cached(known.get()));
        long start = System.nanoTime();
        Outcome outcome;
        try {
            Optional<Class<?>> layout = layout(m);
            outcome = layout.isPresent() ? ofLayout(layout.get(), start) : ofObligation(m, start);
        } catch (Unsupported e) {
            outcome = Outcome.failed(new Verdict.Failed(e.getMessage()), since(start));
        } catch (OutOfTime e) {
            outcome = Outcome.unknown(e.getMessage(), since(start));
        } catch (RuntimeException e) {
            outcome = Outcome.failed(new Verdict.Faulty(e + place(e)), since(start));
        }
        if (outcome.isProved()) cache.keep(m, outcome.entry());
        return results(m, outcome);
    }

    private static String place(Throwable fault) {
        return Arrays.stream(fault.getStackTrace()).findFirst().map(f -> " at " + f).orElse("");
    }

    private Outcome ofObligation(Method m, long start) {
        int millis = (int) Math.max(2, options.seconds() * 1000);
        Proof proof =
            Proof.of(suite, m, source, new Limits(millis / 2, millis, LIFTING * millis),
            questions.of(Claim.id(m)));
        int tries = proof.open().isEmpty() ? TRIES_FOR_WITNESS : TRIES_FOR_REFUTATION;
        Trial trial = Trial.of(m, suite.sampler(), tries, SEED).pictured(suite, m);
        return Outcome.of(proof, trial, since(start));
    }

    private Outcome ofLayout(Class<?> layout, long start) {
        int millis = (int) Math.max(1, options.seconds() * 1000);
        return Outcome.of(LayoutProof.of(layout, suite.places().get(layout), source, millis), since(start));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /// The layout that the method stands for.
    private Optional<Class<?>> layout(Method m) {
        return suite.places().entrySet().stream().filter(e -> e.getValue() == m.getDeclaringClass())
            .<Class<?>>map(Map.Entry::getKey).findFirst();
    }

    private List<Claim> claims(Method m) {
        return layout(m).map(l -> List.of(Claim.of(l, suite.places().get(l)))).orElseGet(() -> Claim.of(m));
    }

    private List<Result> results(Method m, Outcome o) {
        List<Claim> claims = claims(m);
        List<Result> results = new ArrayList<>();
        for (Claim c : claims) {
            Kind kind = claims.size() == 1 ? null : c.kind();
            Verdict verdict = o.verdict(kind);
            results.add(new Result(c.id(), c.kind(), c.text(), c.location(), verdict,
                o.seconds() / claims.size(),
                o.goals(kind), o.queries() / claims.size(), o.goals(kind), o.isCached(), o.hasWitness(), "",
                List.copyOf(o.dependencies().methods()), List.copyOf(o.dependencies().uses()), ""));
        }
        return results;
    }
}
