package ashlar.ci;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Driver;
import ashlar.drivergen.ast.Specification;
import ashlar.drivergen.emit.DriverText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ashlar drivers generate`: drivers in Java and in C, of descriptions whose bodies are complete.
@Command(name = "generate", mixinStandardHelpOptions = true, sortOptions = false,
         description = "Writes the drivers of a description in Java and in C; their bodies must be complete.")
final class DriversGenerate implements Callable<Integer> {
    private final Setting setting;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DEVICE", description = "A description, or the name of a device that ships.")
    private String device;

    @Option(names = "--lang", paramLabel = "LANGUAGE", split = ",", defaultValue = "java,c", description =
        "java, c or both. Default: ${DEFAULT-VALUE}.")
    private List<String> languages;

    @Option(names = "--package", paramLabel = "NAME", defaultValue = "drivers", description =
        "The package of Java classes. Default: ${DEFAULT-VALUE}.")
    private String packageName;

    @Option(names = "--out", paramLabel = "DIR", description =
        "Write one file for each driver and language into DIR; else to standard output.")
    private Optional<Path> folder = Optional.empty();

    DriversGenerate(Setting setting) {
        this.setting = setting;
    }

    @Override public Integer call() throws IOException {
        for (String l : languages)
            if (!l.equals("java") && !l.equals("c"))
                throw new ParameterException(spec.commandLine(), "--lang must be java or c, not " + l);
        Optional<Specification> read = Drivers.read(Drivers.file(setting, device), spec.commandLine()
            .getErr());
        if (read.isEmpty()) return Ashlar.BAD_INPUT;
        if (read.get().drivers().isEmpty()) throw new BadInput(device + ": it tells of no driver");
        int status = Ashlar.WELL;
        for (Driver d : read.get().drivers())
            for (String l : languages) status = Math.max(status, write(read.get(), d, l));
        return status;
    }

    private int write(Specification all, Driver driver, String language) throws IOException {
        Device of = all.devices().stream().filter(d -> d.name().equals(driver.device())).findFirst()
            .orElseThrow();
        DriverText.Written written = language.equals("java") ? DriverText.java(of, driver, packageName)
            : DriverText.c(of, driver);
        if (!written.complaints().isEmpty()) {
            Drivers.tell(written.complaints(), spec.commandLine().getErr());
            return Ashlar.BAD_INPUT;
        }
        String name = language.equals("java") ? driver.name()
            : driver.name().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        Drivers.write(folder, name + "." + language, written.text(), spec.commandLine().getOut());
        return Ashlar.WELL;
    }
}
