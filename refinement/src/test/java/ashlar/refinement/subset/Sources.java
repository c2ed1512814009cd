package ashlar.refinement.subset;

import ashlar.model.word.Word;
import io.vavr.collection.HashMap;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Compiles samples.
final class Sources {
    private Sources() { }

    /// The class files of `p.A`, whose source is text.
    static List<byte[]> compile(String text) {
        try {
            Path folder = Files.createTempDirectory("samples");
            Path source = Files.createDirectory(folder.resolve("p")).resolve("A.java");
            Files.writeString(source, text);
            StringWriter said = new StringWriter();
            PrintWriter out = new PrintWriter(said);
            ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
            int failed =
                javac.run(out, out, "-g", "-cp", classPath(), "-d", folder.toString(), source.toString());
            if (failed != 0) throw new IllegalArgumentException(said.toString());
            return read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return where(Word.class) + File.pathSeparator + where(HashMap.class);
    }

    private static Path where(Class<?> c) {
        try {
            return Path.of(c.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<byte[]> read(Path out) throws IOException {
        List<byte[]> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                if (p.toString().endsWith(".class")) classes.add(Files.readAllBytes(p));
                Files.delete(p);
            }
        }
        return classes;
    }
}
