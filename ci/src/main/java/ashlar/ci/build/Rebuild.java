package ashlar.ci.build;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Brings the classes up to date with the sources.
///
/// A source whose visible shape stays the same is compiled alone. If the shape changes, or a source is gone,
/// its module and all modules above it are compiled whole. If nothing is known of an earlier build, all are.
public final class Rebuild {
    private static final int BAD_INPUT = 5;

    private final Path root;
    private final Path memory;
    private final Javac javac;
    private final Snapshot before;
    private final Snapshot now;
    private final Set<Module> whole = EnumSet.noneOf(Module.class);

    Rebuild(Path root, Writer complaints) throws IOException {
        this.root = root;
        this.memory = root.resolve("target/ashlar/sources.txt");
        String libraries = Files.readString(root.resolve("target/ashlar/libraries.txt")).strip();
        this.javac = new Javac(root, libraries, complaints);
        this.before = Snapshot.read(memory);
        this.now = Snapshot.take(root);
        if (!Files.exists(memory)) whole.addAll(EnumSet.allOf(Module.class));
    }

    /// The one argument is the project's folder.
    public static void main(String[] args) throws IOException {
        var complaints = new PrintWriter(System.err, true, Charset.defaultCharset());
        boolean done = new Rebuild(Path.of(args[0]), complaints).update();
        complaints.flush();
        if (!done) System.exit(BAD_INPUT);
    }

    /// @return false if something does not compile; the complaints have been written
    boolean update() throws IOException {
        for (Module module : Module.values())
            if (!update(module)) return false;
        now.write(memory);
        return true;
    }

    private boolean update(Module module) throws IOException {
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

    /// Replaces the old classes by new ones; if that fails, they are put back. From the first class that is
    /// replaced until all modules are up to date, the earlier build is forgotten.
    private boolean compile(Module module, List<Path> sources, Classes old) throws IOException {
        boolean first = Files.deleteIfExists(memory);
        old.delete();
        if (javac.compile(module, sources)) return true;
        old.write();
        if (first) before.write(memory);
        return false;
    }
}
