package ashlar.ci;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Specification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ashlar drivers list`: the devices that ship.
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the devices that ship.")
final class DriversList implements Callable<Integer> {
    private final Setting setting;

    @Spec private CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE", description =
        "Also write the list as JSON; to standard output, instead of the text, if FILE is -.")
    private Path json;

    DriversList(Setting setting) {
        this.setting = setting;
    }

    private record Row(Device device, boolean driver, boolean qemu) { }

    @Override public Integer call() throws IOException {
        List<String> machines = machines();
        List<Row> rows = new ArrayList<>();
        boolean wrong = false;
        for (Path file : Drivers.shipped(setting)) {
            Optional<Specification> read = Drivers.read(file, spec.commandLine().getErr());
            wrong |= read.isEmpty();
            if (read.isEmpty()) continue;
            for (Device d : read.get().devices())
                rows.add(new Row(d, read.get().drivers().stream().anyMatch(x -> x.device().equals(d.name())),
                    machines.contains(d.name())));
        }
        write(rows);
        return wrong ? Ashlar.BAD_INPUT : Ashlar.WELL;
    }

    /// Devices that are compared with QEMU's: the first word of each line.
    private List<String> machines() throws IOException {
        Path file = setting.root().resolve("drivergen/devices/qemu-machines.txt");
        if (!Files.exists(file)) return List.of();
        return Files.readAllLines(file).stream().map(l -> l.split("\\s+", 2)[0]).toList();
    }

    private void write(List<Row> rows) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean alone = Path.of("-").equals(json);
        if (alone) out.println(Json.text(report(rows)));
        else rows.forEach(r -> out.printf("%-10s %-12s %3d registers  %-9s  %-19s  %s%n", r.device.name(),
            classes(r.device), r.device.registers().size(), r.driver ? "driver" : "no driver",
            r.qemu ? "compared with QEMU" : "not compared", r.device.title()));
        out.flush();
        if (json != null && !alone) Files.writeString(json, Json.text(report(rows)));
    }

    private static String classes(Device d) {
        return String.join(", ", d.classes()).replace('_', '-');
    }

    private static Map<String, Object> report(List<Row> rows) {
        return Map.of("devices", rows.stream().map(DriversList::entry).toList());
    }

    private static Map<String, Object> entry(Row r) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("device", r.device.name());
        entry.put("class", r.device.classes().stream().map(c -> c.replace('_', '-')).toList());
        entry.put("proved", 0);
        entry.put("bounded", 0);
        entry.put("unknown", 0);
        entry.put("qemu", r.qemu);
        entry.put("driver", r.driver);
        entry.put("registers", r.device.registers().size());
        return entry;
    }
}
