package ashlar.refinement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.model.collection.Option;
import ashlar.model.collection.PForest;
import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import ashlar.model.collection.PTable;
import ashlar.model.machine.Machine;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTest {
    /// A state with a value of each sort that can be written.
    public record Everything(PMap<Key<Long>, Option<Key<Long>>> map, PTable<Long, PQueue<Long>> table,
                             PSet<Colour> set, PForest<Long> forest, boolean flag, int number) { }

    @SuppressWarnings("UnusedTypeParameter")
    public record Key<T>(long addr) { }

    public enum Colour { RED, GREEN }

    /// Public, since the printed test is loaded by another class loader.
    public static final class Claimed {
        /// What the arguments were when it ran last.
        private static List<Object> arguments = List.of();

        private Claimed() { }

        public static void same(Everything s, Machine m, long n) {
            arguments = List.of(s, m, n);
        }
    }

    @TempDir Path folder;

    @Test void printed_test_runs_the_obligation_on_the_same_arguments() throws Exception {
        var forest = PForest.<Long>empty().addRoot(1L).addChild(1L, 2L).addChild(1L, 3L).addChild(3L, 4L)
            .addRoot(5L);
        var state = new Everything(
            PMap.<Key<Long>, Option<Key<Long>>>empty().put(new Key<>(1), Option.none())
                .put(new Key<>(0x80001000L), Option.some(new Key<>(1))),
            PTable.<Long, PQueue<Long>>filledWith(PQueue.empty()).put(7L, PQueue.of(3L, 1L, 2L)),
            PSet.of(Colour.GREEN), forest, true, -3);
        Machine machine = new Machine();
        machine.store64(0x80001000L, -1);
        run(Reproduction.of(same(), new Object[] {state, machine, Long.MIN_VALUE}, Samples.UNLINK));
        assertThat(Claimed.arguments).containsExactly(state, machine, Long.MIN_VALUE);
    }

    @Test void value_that_cannot_be_written_is_refused() {
        Object[] arguments = {new Object(), new Machine(), 1L};
        assertThatThrownBy(() -> Reproduction.of(same(), arguments, Samples.UNLINK))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("java.lang.Object");
    }

    private static Method same() throws NoSuchMethodException {
        return Claimed.class.getMethod("same", Everything.class, Machine.class, long.class);
    }

    private void run(String source) throws ReflectiveOperationException, IOException {
        Path file = Files.writeString(folder.resolve("SameRegressionTest.java"), source);
        int status = ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, "-proc:none",
            "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), file.toString());
        assertThat(status).isZero();
        var urls = new URL[] {folder.toUri().toURL()};
        try (var loader = new URLClassLoader(urls, ReproductionTest.class.getClassLoader())) {
            var constructor =
                loader.loadClass("ashlar.refinement.report.SameRegressionTest").getDeclaredConstructor();
            constructor.setAccessible(true);
            Object test = constructor.newInstance();
            Method method = test.getClass().getDeclaredMethod("same_where_it_failed_once");
            method.setAccessible(true);
            method.invoke(test);
        }
    }
}
