package ashlar.ci.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// Compiles sources of one module, with the options of the Maven build; linting is left to Maven.
record Javac(Path root, String libraries, Writer complaints) {

    /// Compiles into the module's folder of classes.
    /// @return true if all went well; else the complaints have been written
    boolean compile(Module module, List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(withDescriptor(module, sources));
            return compiler.getTask(complaints, files, null, options(module), null, units).call();
        }
    }

    private List<String> options(Module module) {
        return List.of("-d", module.classes(root).toString(), "--module-path", modulePath(module),
                       "-g", "-parameters", "-proc:none", "-nowarn", "-Xlint:none");
    }

    private String modulePath(Module module) {
        return Stream.concat(Stream.of(Module.values()).filter(below -> below.above().contains(module))
                                   .map(below -> below.classes(root).toString()),
                             Stream.of(libraries))
            .collect(Collectors.joining(":"));
    }

    /// javac needs the module's own declaration beside any of its sources.
    private List<Path> withDescriptor(Module module, List<Path> sources) {
        Path descriptor = module.sources(root).resolve("module-info.java");
        if (sources.contains(descriptor)) return sources;
        var more = new ArrayList<>(sources);
        more.add(descriptor);
        return more;
    }

    /// All that ANTLR wrote for a module.
    List<Path> generated(Module module) throws IOException {
        if (!Files.isDirectory(module.generated(root))) return List.of();
        try (var files = Files.walk(module.generated(root))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
