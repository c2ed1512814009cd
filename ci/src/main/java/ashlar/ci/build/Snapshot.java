package ashlar.ci.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Which sources there were at a build, each with its time of change and its size.
record Snapshot(Map<Path, String> sources) {

    /// The sources of all modules as they are now.
    static Snapshot take(Path root) throws IOException {
        var sources = new TreeMap<Path, String>();
        for (Module module : Module.values())
            Files.walkFileTree(module.sources(root), new SimpleFileVisitor<>() {
                @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".java")) sources.put(file, mark(attributes));
                    return FileVisitResult.CONTINUE;
                }
            });
        return new Snapshot(sources);
    }

    /// What an earlier build saved in file; nothing, if there is no such file.
    static Snapshot read(Path file) throws IOException {
        var sources = new TreeMap<Path, String>();
        if (!Files.exists(file)) return new Snapshot(sources);
        for (String line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            sources.put(Path.of(line.substring(tab + 1)), line.substring(0, tab));
        }
        return new Snapshot(sources);
    }

    void write(Path file) throws IOException {
        var lines = new ArrayList<String>();
        sources.forEach((source, mark) -> lines.add(mark + '\t' + source));
        Files.write(file, lines);
    }

    /// Sources of a module that are new here, or other than they were before.
    List<Path> changedSince(Snapshot before, Path folder) {
        return sources.keySet().stream()
            .filter(source -> source.startsWith(folder))
            .filter(source -> !sources.get(source).equals(before.sources.get(source)))
            .toList();
    }

    /// True if a source in folder is gone in the later snapshot.
    boolean hasMoreThan(Snapshot later, Path folder) {
        return !later.sources.keySet().containsAll(in(folder));
    }

    /// The sources in folder.
    List<Path> in(Path folder) {
        return sources.keySet().stream().filter(source -> source.startsWith(folder)).toList();
    }

    private static String mark(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " " + attributes.size();
    }
}
