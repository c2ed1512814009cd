package ashlar.refinement.subset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Says where a layer uses more of Java than it may, from its class files.
public final class Subset {
    private Subset() { }

    /// @param classFiles all classes of the layer: what is not among them is foreign
    public static List<Complaint> check(Layer layer, Collection<byte[]> classFiles) {
        List<ClassModel> classes = classFiles.stream().map(bytes -> ClassFile.of().parse(bytes)).toList();
        Family family = new Family(classes.stream().filter(c -> !c.isModuleInfo()).toList());
        Rules rules = Rules.of(layer);
        List<Complaint> all = new ArrayList<>();
        for (ClassModel c : family.members()) all.addAll(new ClassCheck(rules, family, c).complaints());
        if (!rules.recursion()) all.addAll(new Recursion(family).complaints());
        all.sort(Comparator.comparing(Complaint::file).thenComparingInt(Complaint::line));
        return all.stream().distinct().toList();
    }

    /// @param root a folder or a jar that holds the layer and nothing else
    public static List<Complaint> check(Layer layer, Path root) {
        try {
            if (Files.isDirectory(root)) return check(layer, classFiles(root));
            try (var jar = FileSystems.newFileSystem(root)) {
                return check(layer, classFiles(jar.getPath("/")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> classFiles(Path root) throws IOException {
        List<byte[]> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path p : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                all.add(Files.readAllBytes(p));
            }
        }
        return all;
    }
}
