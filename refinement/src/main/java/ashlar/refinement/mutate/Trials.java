package ashlar.refinement.mutate;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Suite;
import ashlar.refinement.check.Checker;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Obligations of a suite, with arguments on which they hold, to be tried with mutants in place.
final class Trials {
    private static final int MOST_ADDRESSES = 2_000;

    final Program program;
    final Anew base;
    final Suite suite;
    private final CallGraph calls;
    private final Kept kept;
    private final Set<String> sampling = new HashSet<>();
    private final Map<String, Exercise> exercises = new LinkedHashMap<>();
    private List<Long> addresses;

    private Trials(Program program, Suite suite, Predicate<String> isMutated, Kept kept) {
        this.program = program;
        this.kept = kept;
        this.calls = new CallGraph(program);
        this.base = new Anew(suite.getClass().getClassLoader(), program.classes(), name ->
            isMutated.test(name) ? program.metered.stepsAndLines(program.file(name))
                : program.counting(name));
        this.suite = base.suite(suite.getClass().getName());
        String sampler = suite.sampler().getClass().getName().replace('.', '/') + ".";
        calls.methods().stream().filter(m -> m.startsWith(sampler))
            .forEach(m -> sampling.addAll(calls.depths(m).keySet()));
    }

    /// @param isMutated which classes, `pkg.Class`, there are mutants of
    static Trials of(Program program, Suite suite, Predicate<String> isMutated, Kept kept) {
        var trials = new Trials(program, suite, isMutated, kept);
        for (Method o : Checker.obligations(suite)) {
            Exercise e = trials.exercise(o);
            trials.exercises.put(e.id(), e);
        }
        return trials;
    }

    private Exercise exercise(Method original) {
        Method m = base.counterpart(original);
        return new Exercise(Checker.id(original), original, m, calls.depths(key(m)), e -> samples(e),
            e -> digest(e));
    }

    private String digest(Exercise e) {
        Set<String> code = new HashSet<>(e.depths().keySet());
        code.addAll(sampling);
        code.retainAll(calls.methods());
        return kept.digest(code);
    }

    private List<Sample> samples(Exercise e) {
        return kept.find("samples/" + e.id()).flatMap(lines -> read(lines, e.digest(), e.obligation()))
            .orElseGet(() -> drawn(e.obligation(), e.id(), e.digest()));
    }

    /// A text that changes with the code of all methods of these classes, `pkg.Class`.
    String digest(Set<String> classes) {
        Set<String> owners = classes.stream().map(c -> c.replace('.', '/')).collect(Collectors.toSet());
        return kept.digest(calls.methods().stream()
            .filter(m -> owners.contains(m.substring(0, m.indexOf('.')))).toList());
    }

    private List<Sample> drawn(Method m, String id, String digest) {
        List<Sample> samples = Samples.of(m, suite.sampler());
        kept.keep("samples/" + id, written(samples, digest));
        return samples;
    }

    private Optional<List<Sample>> read(List<String> lines, String digest, Method m) {
        if (!lines.getFirst().equals(digest)) return Optional.empty();
        int[] numbers = lines.stream().skip(1).takeWhile(l -> !l.isEmpty())
            .mapToInt(program.metered::number).toArray();
        List<Sample> samples = new ArrayList<>();
        for (String line : lines.subList(numbers.length + 2, lines.size())) {
            String[] words = line.split(" ");
            BitSet seen = new BitSet();
            for (int i = 2; i < words.length; i++) seen.set(numbers[Integer.parseInt(words[i])]);
            samples.add(new Sample(m, suite.sampler(), Long.parseLong(words[0]), seen,
                Long.parseLong(words[1])));
        }
        return Optional.of(samples);
    }

    /// The digest; the names of the lines run; a blank; of each sample its seed, its steps, its lines.
    private List<String> written(List<Sample> samples, String digest) {
        BitSet all = new BitSet();
        samples.forEach(s -> all.or(s.lines()));
        List<Integer> numbers = all.stream().boxed().toList();
        Map<Integer, Integer> places = new HashMap<>();
        List<String> lines = new ArrayList<>(List.of(digest));
        for (int n : numbers) {
            places.put(n, places.size());
            lines.add(program.metered.name(n));
        }
        lines.add("");
        for (Sample s : samples) {
            StringBuilder line = new StringBuilder(s.seed() + " " + s.steps());
            s.lines().stream().forEach(n -> line.append(' ').append(places.get(n)));
            lines.add(line.toString());
        }
        return lines;
    }

    static String key(Method m) {
        return m.getDeclaringClass().getName().replace('.', '/') + "." + m.getName()
            + MethodType.methodType(m.getReturnType(), m.getParameterTypes()).toMethodDescriptorString();
    }

    CallGraph calls() {
        return calls;
    }

    Optional<Exercise> exercise(String id) {
        return Optional.ofNullable(exercises.get(id));
    }

    /// The obligations that may call the method with this key, those that call it most directly first.
    List<Exercise> reaching(String key) {
        return exercises.values().stream().filter(e -> e.depths().containsKey(key))
            .sorted(Comparator.comparing(e -> e.depths().get(key))).toList();
    }

    /// As `reaching`, but without those whose proof takes a contract's word for it instead.
    /// @param contracts the ids of contracts, by the function on trial
    List<Exercise> looking(String key, Map<String, String> contracts) {
        return reaching(key).stream().filter(e -> calls.reaches(key(e.obligation()), key,
            c -> contracts.containsKey(c) && !contracts.get(c).equals(e.id()))).toList();
    }

    /// Whether a sample runs the mutant's line.
    Predicate<Sample> passes(Mutant mutant) {
        BitSet line = new BitSet();
        program.metered.numbers(program.file(mutant.className()), mutant.key(), mutant.line())
            .forEach(line::set);
        return s -> s.lines().intersects(line);
    }

    /// Words that occur in states: addresses of objects among them.
    synchronized List<Long> addresses() {
        if (addresses == null) {
            Set<Long> words = new LinkedHashSet<>();
            for (Exercise e : exercises.values()) {
                for (Sample s : e.samples()) {
                    if (words.size() > MOST_ADDRESSES) break;
                    for (Object a : s.arguments()) if (a instanceof Machine m) {
                        words.addAll(m.words().keySet());
                        words.addAll(m.words().values());
                    }
                }
            }
            addresses = List.copyOf(words);
        }
        return addresses;
    }
}
