package ashlar.refinement.check;

import ashlar.refinement.api.Obligation;
import ashlar.refinement.api.Suite;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.lift.Fingerprints;
import ashlar.refinement.solve.Prover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Proofs of earlier runs, a file each. One counts if nothing that it depends on has changed: the code of the
/// methods it read, the shape of the classes, the engine, the solver, the sampler, and which functions have
/// contracts. Only what was proved is kept.
final class Cache {
    private static final Path MUTANTS = Path.of("ashlar/refinement/mutate");

    private final Optional<Path> folder;
    private final boolean isFresh;
    private final Fingerprints fingerprints;
    private final SuiteContracts contracts;
    private final String engine;

    /// @param isFresh whether what is kept is not used, but replaced
    Cache(Optional<Path> folder, boolean isFresh, Suite suite, ClassSource source,
        SuiteContracts contracts) {
        this.folder = folder;
        this.isFresh = isFresh;
        this.fingerprints = new Fingerprints(source);
        this.contracts = contracts;
        this.engine = folder.isEmpty() ? "" : engine(suite, false);
    }

    /// What was proved of the obligation, if it still stands: seconds, goals, queries and dependencies.
    record Entry(double seconds, int goals, int queries, Dependencies dependencies) { }

    Optional<Entry> find(Method obligation) {
        if (folder.isEmpty() || isFresh) return Optional.empty();
        Path file = file(obligation);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            return entry(obligation, Files.readAllLines(file));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Entry> entry(Method obligation, List<String> lines) {
        String[] head = lines.getFirst().split(" ");
        if (head.length != 4 || !head[0].equals(engine)) return Optional.empty();
        Set<String> methods = section(lines, "method ");
        Set<String> shapes = section(lines, "shape ");
        Set<String> uses = section(lines, "uses ");
        var dependencies = new Dependencies(methods, shapes, uses);
        String digest = lines.getLast();
        if (!digest.equals(digest(obligation, dependencies))) return Optional.empty();
        return Optional.of(new Entry(Double.parseDouble(head[1]), Integer.parseInt(head[2]),
            Integer.parseInt(head[3]), dependencies));
    }

    private static Set<String> section(List<String> lines, String word) {
        return new TreeSet<>(lines.stream().filter(l -> l.startsWith(word))
            .map(l -> l.substring(word.length())).toList());
    }

    void keep(Method obligation, Entry entry) {
        if (folder.isEmpty()) return;
        List<String> lines = new ArrayList<>();
        lines.add(engine + " " + entry.seconds + " " + entry.goals + " " + entry.queries);
        entry.dependencies.methods().forEach(m -> lines.add("method " + m));
        entry.dependencies.shapes().forEach(s -> lines.add("shape " + s));
        entry.dependencies.uses().forEach(u -> lines.add("uses " + u));
        lines.add(digest(obligation, entry.dependencies));
        write(file(obligation), lines);
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), "entry", ".tmp");
            Files.write(whole, lines);
            Files.move(whole, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the cache cannot be written: " + file, e);
        }
    }

    private Path file(Method obligation) {
        return folder.orElseThrow()
            .resolve(obligation.getDeclaringClass().getName() + "." + obligation.getName());
    }

    /// Of all that a proof depends on beside the engine; a function that was executed and now has a contract
    /// counts, too.
    private String digest(Method obligation, Dependencies d) {
        MessageDigest sha = sha256();
        add(sha, String.valueOf(obligation.getAnnotation(Obligation.class)));
        for (String m : new TreeSet<>(d.methods())) {
            add(sha, m);
            add(sha, fingerprints.method(m));
            add(sha, contracts.of(m));
        }
        for (String s : new TreeSet<>(d.shapes())) add(sha, s + fingerprints.shape(s));
        for (String u : new TreeSet<>(d.uses())) add(sha, u + said(u));
        return HexFormat.of().formatHex(sha.digest());
    }

    /// What callers of the contract see of the specification's function, beside what its text claims.
    private String said(String id) {
        return contracts.all().filter(c -> Claim.id(c.obligation()).equals(id))
            .map(c -> " " + c.isOpaque() + " " + c.keeps()).findFirst().orElse("");
    }

    private static void add(MessageDigest sha, String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of the engine's classes, the collections it knows by heart, the solver, the suite's layouts and
    /// sampler.
    /// @param withMutants whether what makes mutants and judges them counts, which no proof depends on
    static String engine(Suite suite, boolean withMutants) {
        MessageDigest sha = sha256();
        add(sha, Prover.solverVersion());
        suite.layouts().forEach(l -> add(sha, l.getName()));
        suite.frames().forEach(f -> add(sha, f.toString()));
        Set<Path> roots = new HashSet<>();
        for (Class<?> c : List.of(Cache.class, ashlar.model.collection.PMap.class)) roots.add(location(c));
        roots.add(location(suite.sampler().getClass())
            .resolve(suite.sampler().getClass().getPackageName().replace('.', '/')));
        roots.stream().sorted().forEach(r -> addAll(sha, r, withMutants));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static Path location(Class<?> c) {
        try {
            return Path.of(c.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addAll(MessageDigest sha, Path root, boolean withMutants) {
        if (!Files.exists(root)) return;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path f : files.filter(Files::isRegularFile).sorted().toList())
                if (withMutants || !f.getParent().endsWith(MUTANTS)) sha.update(Files.readAllBytes(f));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
