package ashlar.ci.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Brings the classes up to date with the sources.
///
/// A source whose visible shape stays the same is compiled alone. If the shape changes, or a source is gone,
/// its module and all modules above it are compiled whole. After a failure halfway, everything is compiled.
public final class Rebuild {
    private static final int BAD_INPUT = 5;

    private final Path root;
    private final Path memory;
    private final Path halfway;
    private final Javac javac;
    private final Snapshot now;
    private final Set<Module> whole = EnumSet.noneOf(Module.class);

    Rebuild(Path root) throws IOException {
        this.root = root;
        this.memory = root.resolve("target/ashlar/sources.txt");
        this.halfway = root.resolve("target/ashlar/halfway");
        this.javac = new Javac(root, Files.readString(root.resolve("ci/target/libraries.txt")).strip());
        this.now = Snapshot.take(root);
    }

    /// Arguments: the project's folder; then, after a Maven build, the second in which that began.
    public static void main(String[] args) throws IOException {
        var rebuild = new Rebuild(Path.of(args[0]));
        if (args.length > 1) {
            rebuild.begin(Long.parseLong(args[1]));
            rebuild.rehearse();
        } else if (!rebuild.update()) {
            System.exit(BAD_INPUT);
        }
    }

    /// Remembers what Maven has compiled. What changed since it began may be in the classes or not.
    void begin(long second) throws IOException {
        now.until(second).write(memory);
        Files.deleteIfExists(halfway);
    }

    /// Compiles a module to nowhere: the start-up cache learns from it what a rebuild needs.
    private void rehearse() throws IOException {
        Path nowhere = Files.createDirectories(root.resolve("target/ashlar/rehearsal"));
        javac.compile(Module.CI, now.in(Module.CI.sources(root)), nowhere);
        Shape.of(Classes.all(Module.CI.classes(root)).files().values().iterator().next());
    }

    /// @return false if something does not compile; the complaints are on standard error
    boolean update() throws IOException {
        Snapshot before = Snapshot.read(memory);
        if (Files.exists(halfway)) whole.addAll(EnumSet.allOf(Module.class));
        for (Module module : Module.values())
            if (!update(module, before)) return false;
        now.write(memory);
        Files.deleteIfExists(halfway);
        return true;
    }

    private boolean update(Module module, Snapshot before) throws IOException {
        Path folder = module.sources(root);
        if (before.hasMoreThan(now, folder)) markWhole(module);
        if (whole.contains(module)) return compileAll(module);
        List<Path> changed = now.changedSince(before, folder);
        if (changed.isEmpty()) return true;
        var old = Classes.of(folder, module.classes(root), changed);
        if (!compile(module, changed, old)) return false;
        var fresh = Classes.of(folder, module.classes(root), changed).onlyThoseOf(old);
        if (fresh.shape().equals(old.shape())) return true;
        markWhole(module);
        return compileAll(module);
    }

    private void markWhole(Module module) {
        whole.add(module);
        whole.addAll(module.above());
    }

    private boolean compileAll(Module module) throws IOException {
        var sources = new ArrayList<>(now.in(module.sources(root)));
        sources.addAll(javac.generated(module));
        return compile(module, sources, Classes.all(module.classes(root)));
    }

    /// Replaces the old classes by new ones; if that fails, they are put back.
    private boolean compile(Module module, List<Path> sources, Classes old) throws IOException {
        boolean first = !Files.exists(halfway);
        if (first) Files.createFile(halfway);
        old.delete();
        if (javac.compile(module, sources)) return true;
        old.write();
        if (first) Files.delete(halfway);
        return false;
    }
}
