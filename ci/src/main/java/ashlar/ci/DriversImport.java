package ashlar.ci;

import ashlar.drivergen.emit.DeviceText;
import ashlar.drivergen.foreign.BadFile;
import ashlar.drivergen.foreign.Imported;
import ashlar.drivergen.foreign.Mackerel;
import ashlar.drivergen.foreign.RdlReader;
import ashlar.drivergen.foreign.SvdReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ashlar drivers import`: a map of registers in another language, as a new description.
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
         description =
             "Turns a map of registers in CMSIS-SVD, SystemRDL or Mackerel into a new description; what has "
             + "no counterpart is listed on standard error.")
final class DriversImport implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A .svd, .rdl or .dev file.")
    private Path file;

    @Option(names = "--from", paramLabel = "LANGUAGE", description =
        "svd, rdl or mackerel. Default: as the file's name ends.")
    private String language;

    @Option(names = "--out", paramLabel = "DIR", description =
        "Write the description into DIR; else to standard output.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description =
        "Also write counts and what is lost as JSON; to standard output, instead of the text, if FILE is -.")
    private Path json;

    @Override public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) throw new BadInput(file + ": there is no such file");
        try {
            write(read());
            return Ashlar.WELL;
        } catch (BadFile bad) {
            Drivers.tell(bad.complaints(), spec.commandLine().getErr());
            return Ashlar.BAD_INPUT;
        }
    }

    private Imported read() throws IOException, BadFile {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (language == null ? ending : language) {
            case "svd", "xml"      -> SvdReader.read(file);
            case "rdl"             -> RdlReader.read(file);
            case "dev", "mackerel" -> Mackerel.read(file);
            default -> throw new ParameterException(spec.commandLine(),
                "which language is " + name + "? --from svd, rdl or mackerel");
        };
    }

    private void write(Imported imported) throws IOException {
        String name = file.getFileName().toString().replaceAll("\\.[^.]*$", "");
        String text = imported.devices().stream().map(DeviceText::of).collect(Collectors.joining("\n"));
        boolean alone = Path.of("-").equals(json);
        PrintWriter out = spec.commandLine().getOut();
        if (alone) out.println(Json.text(report(imported)));
        if (!alone || folder.isPresent()) Drivers.write(folder, name + ".dev", text, out);
        if (json != null && !alone) Files.writeString(json, Json.text(report(imported)));
        out.flush();
        tell(imported);
    }

    private void tell(Imported imported) {
        PrintWriter err = spec.commandLine().getErr();
        imported.lost().forEach(l -> err.println("no counterpart: " + l));
        err.println("ashlar: %d devices, %d registers, %d fields; %d things have no counterpart".formatted(
            imported.devices().size(), imported.registers(), imported.fields(), imported.lost().size()));
        imported.modes().forEach((mode, count) -> err.println("ashlar: %6d %s".formatted(count, mode)));
        err.flush();
    }

    private static Map<String, Object> report(Imported imported) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("devices", imported.devices().size());
        report.put("registers", imported.registers());
        report.put("fields", imported.fields());
        report.put("modes", imported.modes());
        report.put("lost", imported.lost());
        return report;
    }
}
