package ashlar.ci;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Source code.
record Sources(Path root) {
    /// The text of a method, annotations and doc comment included.
    /// @param file below the root
    /// @param line of its first line, counted from 1
    record Code(Path file, int line, List<String> text) {
        String place() {
            return file + ":" + line;
        }
    }

    /// The source of a method; the first of that name in its file.
    Optional<Code> of(Method method) throws IOException {
        Class<?> outermost = method.getDeclaringClass();
        while (outermost.getEnclosingClass() != null) outermost = outermost.getEnclosingClass();
        Optional<Path> file = file(outermost.getName().replace('.', '/') + ".java");
        return file.isEmpty() ? Optional.empty() : code(file.get(), method.getName());
    }

    /// The text of the file at location, `pkg/Class.java`.
    Optional<String> text(String location) {
        try {
            Optional<Path> file = file(location);
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.readString(file.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> file(String location) throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.sorted()
                .flatMap(m -> Stream.of(m.resolve("src/main/java"), m.resolve("src/test/java")))
                .map(s -> s.resolve(location))
                .filter(Files::exists).findFirst();
        }
    }

    private Optional<Code> code(Path file, String name) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, files, _ -> { }, List.of("-proc:none"), null,
                files.getJavaFileObjects(file));
            List<Code> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) find(unit, name, Trees.instance(task), file, found);
            return found.stream().findFirst();
        }
    }

    private void find(CompilationUnitTree unit, String name, Trees trees, Path file, List<Code> found)
            throws IOException {
        List<String> lines = Files.readAllLines(file);
        new TreeScanner<Void, Void>() {
            @Override public Void visitMethod(MethodTree method, Void nothing) {
                if (method.getName().contentEquals(name)) {
                    var positions = trees.getSourcePositions();
                    int from = line(positions.getStartPosition(unit, method));
                    found.add(new Code(root.relativize(file), from,
                        text(lines, from, line(positions.getEndPosition(unit, method)))));
                }
                return super.visitMethod(method, null);
            }

            private int line(long position) {
                return (int) unit.getLineMap().getLineNumber(position);
            }
        }.scan(unit, null);
    }

    private static List<String> text(List<String> lines, int from, int to) {
        int first = from - 1;
        while (first > 0 && lines.get(first - 1).strip().startsWith("///")) first--;
        return String.join("\n", lines.subList(first, to)).stripIndent().lines().toList();
    }
}
