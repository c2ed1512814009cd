package ashlar.refinement.mutate;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Suite;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.lift.Fingerprints;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Judgements of earlier runs. One counts if the mutant is the same, and all code that the obligation depends
/// on that killed it; if none did, all code that the obligations depend on that reach it.
final class Memory {
    private static final int FIELDS = 12;

    /// A judgement of an earlier run.
    /// @param scope of the code that it depends on
    private record Entry(String body, String scope, Status status, String by, String reason,
                         String suggestion, Optional<Breach> breach) { }

    private final Suite suite;
    private final Trials trials;
    private final Kept kept;
    private final Map<String, Map<String, Entry>> byClass = new ConcurrentHashMap<>();
    private final Map<String, String> scopes = new ConcurrentHashMap<>();

    Memory(Suite suite, Trials trials, Kept kept) {
        this.suite = suite;
        this.trials = trials;
        this.kept = kept;
    }

    /// What is still true of the mutant.
    Optional<Judgement> find(Mutant m) {
        Entry e = entries(m.className()).get(m.id());
        if (e == null || !e.body.equals(body(m)) || !e.scope.equals(scope(m, e.status, e.by)))
            return Optional.empty();
        return Optional.of(new Judgement(m, e.status, e.by, e.reason, e.breach, e.suggestion, 0, true));
    }

    /// How the mutant was killed earlier, perhaps of other code.
    Optional<Breach> earlier(Mutant m) {
        return Optional.ofNullable(entries(m.className()).get(m.id())).flatMap(Entry::breach);
    }

    void add(Judgement j) {
        Mutant m = j.mutant();
        String scope = scope(m, j.status(), j.by());
        entries(m.className()).put(m.id(), new Entry(body(m), scope, j.status(), j.by(), j.reason(),
            j.suggestion(), j.breach()));
    }

    /// Keeps what was found and added for the next run.
    synchronized void save() {
        byClass.forEach((name, entries) -> kept.keep("judged/" + name,
            entries.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).sorted().toList()));
    }

    private String body(Mutant m) {
        ClassSource source = trials.program.source().with(Map.of(m.owner(), m.bytes()));
        return Integer.toHexString(new Fingerprints(source).method(m.key()).hashCode());
    }

    private String scope(Mutant m, Status status, String by) {
        if (status == Status.KILLED_BY_PROOF) {
            Optional<Exercise> e = trials.exercise(by);
            if (e.isPresent()) return e.get().digest();
            return scopes.computeIfAbsent(m.className(), _ -> {
                Set<String> classes = new LinkedHashSet<>(Set.of(m.className()));
                suite.places().forEach((layout, places) -> {
                    if (layout.getName().equals(m.className())) classes.add(places.getName());
                });
                return trials.digest(classes);
            });
        }
        return scopes.computeIfAbsent(m.key(), key -> trials.reaching(key).stream().map(Exercise::digest)
            .collect(Collectors.joining()).hashCode() + trials.digest(Set.of(m.className())));
    }

    private Map<String, Entry> entries(String className) {
        return byClass.computeIfAbsent(className, c -> {
            Map<String, Entry> entries = new ConcurrentHashMap<>();
            kept.find("judged/" + c).orElse(List.of()).forEach(line -> read(line, entries));
            return entries;
        });
    }

    private static String line(String id, Entry e) {
        List<String> fields = new ArrayList<>(List.of(id, e.body, e.scope, e.status.name(), e.by, e.reason,
            e.suggestion));
        e.breach.ifPresent(b -> fields.addAll(List.of(b.kind().name(), b.where(), b.what(),
            Long.toString(b.seed()), Boolean.toString(b.isPerturbed()))));
        return fields.stream().map(f -> f.replaceAll("[\\t\\r\\n]", " ")).collect(Collectors.joining("\t"));
    }

    private static void read(String line, Map<String, Entry> entries) {
        String[] f = line.split("\t", -1);
        if (f.length != FIELDS && f.length != FIELDS - 5) return;
        Optional<Breach> breach = f.length < FIELDS ? Optional.empty()
            : Optional.of(new Breach(f[4], Kind.valueOf(f[7]), f[8], f[9], Long.parseLong(f[10]),
                Boolean.parseBoolean(f[11])));
        entries.put(f[0], new Entry(f[1], f[2], Status.valueOf(f[3]), f[4], f[5], f[6], breach));
    }
}
