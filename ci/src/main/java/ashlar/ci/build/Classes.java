package ashlar.ci.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Class files of one module, by path.
record Classes(Map<Path, byte[]> files) {

    /// Everything in a folder of classes.
    static Classes all(Path classFolder) throws IOException {
        var files = new TreeMap<Path, byte[]>();
        if (!Files.isDirectory(classFolder)) return new Classes(files);
        try (var found = Files.walk(classFolder)) {
            for (Path file : found.toList())
                if (file.toString().endsWith(".class")) files.put(file, Files.readAllBytes(file));
        }
        return new Classes(files);
    }

    /// What was compiled from the given sources, nested classes with it.
    static Classes of(Path sourceFolder, Path classFolder, Collection<Path> sources) throws IOException {
        var files = new TreeMap<Path, byte[]>();
        for (Path source : sources) {
            String name = sourceFolder.relativize(source).toString().replaceFirst("\\.java$", "");
            Path outer = classFolder.resolve(name);
            if (!Files.isDirectory(outer.getParent())) continue;
            String outerAndNested = outer.getFileName() + "{,$*}.class";
            try (var found = Files.newDirectoryStream(outer.getParent(), outerAndNested)) {
                for (Path file : found) files.put(file, Files.readAllBytes(file));
            }
        }
        return new Classes(files);
    }

    Classes onlyThoseOf(Classes others) {
        var common = new TreeMap<>(files);
        common.keySet().retainAll(others.files.keySet());
        return new Classes(common);
    }

    void delete() throws IOException {
        for (Path file : files.keySet()) Files.deleteIfExists(file);
    }

    void write() throws IOException {
        for (var file : files.entrySet()) Files.write(file.getKey(), file.getValue());
    }

    /// All that other classes can see of these: not of anonymous and local ones.
    SortedSet<String> shape() {
        var shape = new TreeSet<String>();
        files.forEach((file, bytes) -> {
            if (!file.toString().matches(".*\\$\\d.*|.*-info\\.class"))
                for (String line : Shape.of(bytes)) shape.add(file.getFileName() + " " + line);
        });
        return shape;
    }
}
