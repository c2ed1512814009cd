package ashlar.drivergen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Driver;
import ashlar.drivergen.ast.Specification;
import ashlar.drivergen.check.Specifications;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

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
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-Xlint:all", "-Werror", "-d",
            folder.toString(), "-cp", System.getProperty("java.class.path"), source.toString());
        assertThat(status).as(written.text()).isZero();
        var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()},
            GeneratedDrivers.class.getClassLoader());
        return loader.loadClass("drivers." + driver(name).name());
    }

    /// Calls an operation.
    public static Object call(Class<?> driver, String operation, Object... arguments)
            throws ReflectiveOperationException {
        for (var m : driver.getMethods())
            if (m.getName().equals(operation)) return m.invoke(null, arguments);
        throw new NoSuchMethodException(operation);
    }
}
