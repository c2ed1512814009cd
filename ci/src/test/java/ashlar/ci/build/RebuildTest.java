package ashlar.ci.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project of seven modules, in which `impl` copies a constant from `model`.
class RebuildTest {
    private static final String LIMIT = "model/src/main/java/ashlar/model/Limit.java";
    private static final String KERNEL = "impl/src/main/java/ashlar/impl/Kernel.java";
    private static final String SPARE = "impl/src/main/java/ashlar/impl/Spare.java";

    @TempDir Path root;
    private final StringWriter complaints = new StringWriter();

    @BeforeEach void build() throws IOException {
        for (Module module : Module.values()) {
            String name = module.name().toLowerCase(Locale.ROOT);
            write(name + "/src/main/java/module-info.java", "module ashlar." + name + " { }");
        }
        write("model/src/main/java/module-info.java", "module ashlar.model { exports ashlar.model; }");
        write("impl/src/main/java/module-info.java", "module ashlar.impl { requires ashlar.model; }");
        write(LIMIT, "package ashlar.model; public class Limit { public static final int LIMIT = 1; }");
        write(KERNEL, """
            package ashlar.impl;
            import ashlar.model.Limit;
            public class Kernel { public static int limit() { return Limit.LIMIT; } class Inner {} }""");
        write(SPARE, "package ashlar.impl; class Spare { }");
        write("target/ashlar/libraries.txt", "");
        assertThat(update()).isTrue();
    }

    @Test void changed_constant_reaches_the_class_that_copied_it() throws Exception {
        write(LIMIT, "package ashlar.model; public class Limit { public static final int LIMIT = 23; }");
        assertThat(update()).isTrue();
        assertThat(limitInKernel()).isEqualTo(23);
    }

    @Test void edit_inside_a_method_compiles_that_source_only() throws Exception {
        Path spare = root.resolve("target/ashlar/classes/impl/ashlar/impl/Spare.class");
        Files.write(spare, new byte[] {1});
        write(KERNEL, """
            package ashlar.impl;
            public class Kernel { public static int limit() { return 7 + hashCode(3); } class Inner {}
                                  private static int hashCode(int i) { return i; } }""");
        assertThat(update()).isTrue();
        assertThat(limitInKernel()).isEqualTo(10);
        assertThat(spare).hasBinaryContent(new byte[] {1});
    }

    @Test void new_source_is_compiled_alone() throws IOException {
        Path spare = root.resolve("target/ashlar/classes/impl/ashlar/impl/Spare.class");
        Files.write(spare, new byte[] {1});
        write("impl/src/main/java/ashlar/impl/Fresh.java", "package ashlar.impl; class Fresh { }");
        assertThat(update()).isTrue();
        assertThat(root.resolve("target/ashlar/classes/impl/ashlar/impl/Fresh.class")).exists();
        assertThat(spare).hasBinaryContent(new byte[] {1});
    }

    @Test void removed_source_leaves_no_class() throws IOException {
        Files.delete(root.resolve(SPARE));
        assertThat(update()).isTrue();
        assertThat(root.resolve("target/ashlar/classes/impl/ashlar/impl/Spare.class")).doesNotExist();
    }

    @Test void removed_nested_class_leaves_no_class() throws IOException {
        write(KERNEL, "package ashlar.impl; public class Kernel { }");
        assertThat(update()).isTrue();
        assertThat(root.resolve("target/ashlar/classes/impl/ashlar/impl/Kernel$Inner.class")).doesNotExist();
    }

    @Test void source_that_does_not_compile_leaves_the_old_classes() throws Exception {
        write(KERNEL, "package ashlar.impl; public class Kernel { int x = ; }");
        assertThat(update()).isFalse();
        assertThat(complaints.toString()).contains("Kernel.java:1: error");
        assertThat(limitInKernel()).isEqualTo(1);
    }

    @Test void error_above_a_changed_shape_is_found_again_by_the_next_rebuild() throws Exception {
        write(LIMIT, "package ashlar.model; public class Limit { }");
        assertThat(update()).isFalse();
        assertThat(update()).isFalse();
        write(LIMIT, "package ashlar.model; public class Limit { public static final int LIMIT = 4; }");
        assertThat(update()).isTrue();
        assertThat(limitInKernel()).isEqualTo(4);
    }

    private boolean update() throws IOException {
        return new Rebuild(root, complaints).update();
    }

    private int limitInKernel() throws Exception {
        var classes = new URL[] {root.resolve("target/ashlar/classes/impl/").toUri().toURL()};
        try (var loader = new URLClassLoader(classes)) {
            return (int) loader.loadClass("ashlar.impl.Kernel").getMethod("limit").invoke(null);
        }
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
