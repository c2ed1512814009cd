package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.proofs.Slice;
import ashlar.refinement.api.Suite;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Checker;
import ashlar.refinement.check.Options;
import ashlar.refinement.check.Result;
import java.io.IOException;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Each wrong kernel and each wrong specification that `ci/mutants.txt` lists is refuted, by a state that the
/// JVM
/// confirms.
@Tag("solver")
@EnabledIfSystemProperty(named = "mutants", matches = "true", disabledReason = "some minutes: -Dmutants=true")
class MutantsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TestFactory
    Stream<DynamicTest> every_mutant_is_refuted() throws IOException {
        return Mutant.read(ROOT.resolve("ci/mutants.txt")).stream()
            .map(m -> DynamicTest.dynamicTest(m.name(), () -> assertRefuted(m)));
    }

    private static void assertRefuted(Mutant mutant) throws Exception {
        Path classes = Files.createTempDirectory("mutant");
        compile(mutant, classes);
        try (var loader = new Mutated(classes)) {
            Suite suite = (Suite) loader.loadClass(Slice.class.getName()).getConstructor().newInstance();
            var options =
                new Options(List.of(mutant.obligation()), 1, 2, Optional.empty(), Optional.empty(), true,
                false, false);
            List<Result> results = Checker.run(suite, options, (_, _, _) -> { });
            assertThat(results).filteredOn(r -> r.id().equals(mutant.obligation())).first()
                .satisfies(r -> assertThat(r.verdict()).isInstanceOf(Verdict.Refuted.class));
        }
    }

    private static void compile(Mutant mutant, Path classes) throws IOException {
        String source = mutant.source(ROOT);
        var file = new SimpleJavaFileObject(URI.create("string:///" + Path.of(mutant.path()).getFileName()),
            JavaFileObject.Kind.SOURCE) {
            @Override public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> options = List.of("-g", "-parameters", "-proc:none", "-nowarn", "-cp",
            System.getProperty("java.class.path"), "-d", classes.toString());
        boolean compiled = ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, null, options, null, List.of(file)).call();
        assertThat(compiled).as("compiles: " + mutant.wrong()).isTrue();
    }

    /// Specification, kernel and proofs loaded anew, with the mutated classes among them.
    private static final class Mutated extends URLClassLoader {
        private static final List<String> RELOADED =
            List.of("ashlar.spec.", "ashlar.impl.", "ashlar.proofs.");

        Mutated(Path classes) throws IOException {
            super(urls(classes), MutantsTest.class.getClassLoader());
        }

        private static URL[] urls(Path classes) throws IOException {
            List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        }

        @Override protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (RELOADED.stream().noneMatch(name::startsWith)) return super.loadClass(name, resolve);
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        /// The mutated class files first.
        @Override public URL getResource(String name) {
            URL own = findResource(name);
            return own != null ? own : super.getResource(name);
        }
    }
}
