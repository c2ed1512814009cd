package ashlar.refinement.mutate;

import ashlar.refinement.api.Suite;
import ashlar.refinement.lift.ClassSource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The classes of a suite: its obligations and sampler, its specification, what is on trial. The engine, the
/// model and libraries are none of them.
final class Program {
    private static final String ENGINE = "ashlar.refinement.";
    private static final String MODEL = "ashlar.model.";

    private final Class<?> suite;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, Set<String>> users = new HashMap<>();
    private final Map<String, Set<String>> packages = new HashMap<>();
    private final Map<String, byte[]> counting = new ConcurrentHashMap<>();
    private final ClassSource source;
    final Metered metered;

    Program(Suite suite, ClassSource source) {
        this.suite = suite.getClass();
        this.source = source;
        List<String> layouts = suite.layouts().stream().map(l -> l.getName().replace('.', '/')).toList();
        this.metered = new Metered(source, layouts::contains);
        List<Class<?>> roots = new ArrayList<>(List.of(this.suite, suite.sampler().getClass()));
        roots.addAll(suite.obligations());
        roots.addAll(suite.layouts());
        roots.addAll(suite.places().values());
        suite.frames().forEach(f -> roots.add(f.live().getDeclaringClass()));
        Deque<String> open =
            new ArrayDeque<>(roots.stream().map(Class::getName).filter(this::isOwn).toList());
        while (!open.isEmpty()) add(open.pop(), open);
        for (String name : beside(suite)) {
            add(name, open);
            while (!open.isEmpty()) add(open.pop(), open);
        }
    }

    /// The classes that lie in the same folders as those found, though nothing found refers to them: what is
    /// on trial, and where the suite itself is elsewhere, all.
    private Set<String> beside(Suite suite) {
        Set<Path> roots = new LinkedHashSet<>();
        for (String name : files.keySet()) root(name).ifPresent(roots::add);
        Optional<Path> own = root(this.suite.getName());
        Set<String> names = new TreeSet<>();
        for (Path root : roots) {
            boolean isForeign = !own.equals(Optional.of(root));
            for (String name : classes(root))
                if (isOwn(name) && (isForeign || suite.isOnTrial(name.replace('.', '/')))) names.add(name);
        }
        return names;
    }

    /// The folder of class files in which the class lies.
    private Optional<Path> root(String name) {
        String file = name.replace('.', '/') + ".class";
        URL url = suite.getClassLoader().getResource(file);
        if (url == null || !url.getProtocol().equals("file")) return Optional.empty();
        Path path = Path.of(URI.create(url.toString()));
        for (int i = 0; i < Path.of(file).getNameCount(); i++) path = path.getParent();
        return Optional.of(path);
    }

    private static List<String> classes(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(f -> root.relativize(f).toString().replace(File.separatorChar, '/'))
                .filter(f -> f.endsWith(".class") && !f.endsWith("-info.class"))
                .map(f -> f.substring(0, f.length() - ".class".length()).replace('/', '.')).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String name, Deque<String> open) {
        if (files.containsKey(name)) return;
        var file = source.bytes(name.replace('.', '/'));
        if (file.isEmpty()) return;
        files.put(name, file.get());
        packages.computeIfAbsent(packageOf(name), _ -> new TreeSet<>()).add(name);
        for (String used : references(file.get())) {
            users.computeIfAbsent(used, _ -> new TreeSet<>()).add(name);
            open.push(used);
        }
    }

    private List<String> references(byte[] file) {
        List<String> names = new ArrayList<>();
        for (var entry : ClassFile.of().parse(file).constantPool()) {
            if (!(entry instanceof ClassEntry c)) continue;
            String name = c.asInternalName().replaceFirst("^\\[+L(.*);$", "$1").replace('/', '.');
            if (isOwn(name)) names.add(name);
        }
        return names;
    }

    /// Whether the class with this name, `pkg.Class`, is one of the suite's.
    private boolean isOwn(String name) {
        String own = suite.getName();
        if (name.startsWith(own.substring(0, own.lastIndexOf('.') + 1))) return true;
        return name.startsWith(own.substring(0, own.indexOf('.') + 1)) && !name.startsWith(ENGINE)
            && !name.startsWith(MODEL);
    }

    /// The names of all classes.
    Set<String> classes() {
        return files.keySet();
    }

    ClassSource source() {
        return source;
    }

    byte[] file(String name) {
        return files.get(name);
    }

    /// The class file with this name, counting its steps.
    byte[] counting(String name) {
        return counting.computeIfAbsent(name, n -> metered.steps(files.get(n)));
    }

    /// Those of names, all classes that refer to one of them, however indirectly, and all of their packages:
    /// what can only be loaded together.
    Set<String> withUsers(Collection<String> names) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!all.add(name)) continue;
            open.addAll(users.getOrDefault(name, Set.of()));
            open.addAll(packages.get(packageOf(name)));
        }
        return all;
    }

    private static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('.') + 1);
    }
}
