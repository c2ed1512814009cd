package ashlar.drivergen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Driver;
import ashlar.drivergen.ast.Specification;
import ashlar.drivergen.check.Specifications;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Drivers of the shipped descriptions, generated and compiled.
public final class GeneratedDrivers {
    private GeneratedDrivers() { }

    public static Specification specification(String name) throws IOException {
        return Specifications.read(Path.of("devices", name + ".dev")).specification();
    }

    public static Device device(String name) throws IOException {
        return specification(name).devices().getFirst();
    }

    static Driver driver(String name) throws IOException {
        return specification(name).drivers().getFirst();
    }

    /// The class of the driver in Java.
    public static Class<?> compiled(String name, Path folder) throws IOException,
            ReflectiveOperationException {
        DriverText.Written written = DriverText.java(device(name), driver(name), "drivers");
        assertThat(written.complaints()).isEmpty();
        Path source = folder.resolve(driver(name).name() + ".java");
        Files.writeString(source, written.text());
        Process javac = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "javac")
            .toString(),
            "-Xlint:all", "-Werror", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"),
            source.toString()).redirectErrorStream(true).start();
        String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(await(javac)).as(said + written.text()).isZero();
        var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()},
            GeneratedDrivers.class.getClassLoader());
        return loader.loadClass("drivers." + driver(name).name());
    }

    private static int await(Process p) {
        try {
            return p.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Calls an operation.
    public static Object call(Class<?> driver, String operation, Object... arguments)
            throws ReflectiveOperationException {
        for (var m : driver.getMethods())
            if (m.getName().equals(operation)) return m.invoke(null, arguments);
        throw new NoSuchMethodException(operation);
    }
}
