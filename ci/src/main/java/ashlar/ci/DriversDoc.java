package ashlar.ci;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Specification;
import ashlar.drivergen.emit.Html;
import ashlar.drivergen.emit.Markdown;
import ashlar.drivergen.emit.Svd;
import ashlar.drivergen.emit.SystemRdl;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ashlar drivers doc`: a device's registers and rules, as a document or as a map in another language.
@Command(name = "doc", mixinStandardHelpOptions = true, sortOptions = false,
         description = "Writes a device's registers and rules as a document, or its map in another language.")
final class DriversDoc implements Callable<Integer> {
    private final Setting setting;

    enum Format { MD, HTML, SVD, RDL }

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DEVICE", description = "A description, or the name of a device that ships.")
    private String device;

    @Option(names = "--as", paramLabel = "FORMAT", defaultValue = "md", description =
        "md (Markdown), html, svd (CMSIS-SVD) or rdl (SystemRDL 2.0). Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(names = "--out", paramLabel = "DIR", description =
        "Write one file for each device into DIR; else to standard output.")
    private Optional<Path> folder = Optional.empty();

    DriversDoc(Setting setting) {
        this.setting = setting;
    }

    @Override public Integer call() throws IOException {
        Format as = format();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Specification> read = Drivers.read(Drivers.file(setting, device), err);
        if (read.isEmpty()) return Ashlar.BAD_INPUT;
        for (Device d : read.get().devices())
            Drivers.write(folder, d.name() + "." + as.name().toLowerCase(Locale.ROOT), text(as, d, err),
                spec.commandLine().getOut());
        return Ashlar.WELL;
    }

    private Format format() {
        for (Format f : Format.values())
            if (f.name().equalsIgnoreCase(format)) return f;
        throw new ParameterException(spec.commandLine(),
            "--as must be md, html, svd or rdl, not " + format);
    }

    /// What cannot be told in another language is listed on standard error.
    private static String text(Format as, Device d, PrintWriter err) {
        return switch (as) {
            case MD   -> Markdown.of(d);
            case HTML -> Html.page(d.name(), Markdown.of(d));
            case SVD  -> told(Svd.of(d), "CMSIS-SVD", err);
            case RDL  -> told(SystemRdl.of(d), "SystemRDL", err);
        };
    }

    private static String told(Svd.Export export, String language, PrintWriter err) {
        export.lost().forEach(l -> err.println("ashlar: not told in " + language + ": " + l));
        err.flush();
        return export.text();
    }
}
