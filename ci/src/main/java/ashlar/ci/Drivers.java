package ashlar.ci;

import ashlar.drivergen.ast.Specification;
import ashlar.drivergen.check.Complaint;
import ashlar.drivergen.check.Specifications;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ashlar drivers`: device descriptions and what is made of them.
@Command(name = "drivers", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WHAT",
         commandListHeading = "%nWhat:%n",
         description =
             "Device descriptions: lists them, writes drivers, documents and register maps, imports maps.",
         footer = {"",
             "Exit status: 0 all well; 2 bad usage; 5 a description that cannot be read or is wrong: "
                   + "each complaint is one line with file, line and column."})
final class Drivers implements Runnable {
    @Spec private CommandSpec spec;

    static CommandLine commandLine(Setting setting) {
        return new CommandLine(new Drivers()).addSubcommand(new DriversList(setting))
            .addSubcommand(new DriversDoc(setting)).addSubcommand(new DriversGenerate(setting))
            .addSubcommand(new DriversImport());
    }

    @Override public void run() {
        throw new ParameterException(spec.commandLine(), "drivers: nothing told to do");
    }

    /// The descriptions that ship.
    static List<Path> shipped(Setting setting) throws IOException {
        List<Path> files = new ArrayList<>();
        Path folder = setting.root().resolve("drivergen/devices");
        if (!Files.isDirectory(folder)) return files;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.dev")) {
            all.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    /// Reads a file; or tells what is wrong with it.
    static Optional<Specification> read(Path file, PrintWriter err) throws IOException {
        if (!Files.isRegularFile(file)) throw new BadInput(file + ": there is no such file");
        Specifications.Read read = Specifications.read(file);
        if (read.complaints().isEmpty()) return Optional.of(read.specification());
        tell(read.complaints(), err);
        return Optional.empty();
    }

    static void tell(List<Complaint> complaints, PrintWriter err) {
        complaints.forEach(err::println);
        err.flush();
    }

    /// A shipped device's name, or a file.
    static Path file(Setting setting, String named) throws IOException {
        if (named.endsWith(".dev") || Files.isRegularFile(Path.of(named))) return Path.of(named);
        List<String> names = new ArrayList<>();
        for (Path file : shipped(setting)) {
            String name = file.getFileName().toString().replace(".dev", "");
            if (name.equalsIgnoreCase(named)) return file;
            names.add(name);
        }
        throw new BadInput("no device " + named + Nearest.question(named, names));
    }

    /// Writes a file into a folder that is made if need be; to standard output, if there is none.
    static void write(Optional<Path> folder, String name, String text, PrintWriter out) throws IOException {
        if (folder.isEmpty()) {
            out.print(text);
            out.flush();
            return;
        }
        Files.createDirectories(folder.get());
        Files.writeString(folder.get().resolve(name), text);
    }
}
