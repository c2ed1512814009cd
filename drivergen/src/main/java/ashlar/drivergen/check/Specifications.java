package ashlar.drivergen.check;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Driver;
import ashlar.drivergen.ast.Service;
import ashlar.drivergen.ast.Specification;
import ashlar.drivergen.grammar.DeviceSpecParser.*;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads and checks device specifications.
public final class Specifications {
    private final Complaints complaints;
    private final Path folder;
    private final List<Device> devices = new ArrayList<>();
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Map<String, Service> own = new LinkedHashMap<>();
    private final Map<String, Service> services = new HashMap<>();
    private final List<Driver> drivers = new ArrayList<>();

    private Specifications(String file, Path folder) {
        this.complaints = new Complaints(file);
        this.folder = folder;
    }

    /// What a file tells, and all that is wrong in it; if anything is, the specification is not to be used.
    public record Read(Specification specification, List<Complaint> complaints) { }

    /// Reads a file, and those that it uses.
    public static Read read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8), file.toAbsolutePath()
            .getParent());
    }

    /// Reads a text.
    /// @param file   its name in complaints
    /// @param folder where files that it uses lie
    public static Read parse(String file, String text, Path folder) throws IOException {
        var reading = new Specifications(file, folder);
        reading.read(Syntax.parse(text, reading.complaints));
        return new Read(new Specification(file, reading.devices, List.copyOf(reading.own.values()),
            reading.drivers),
            reading.complaints.all());
    }

    private void read(SpecificationContext tree) throws IOException {
        for (DeclarationContext d : tree.declaration()) {
            switch (d) {
                case UseContext u     -> use(u);
                case DeviceContext x  -> device(x);
                case ServiceContext s -> service(s);
                default               -> { }
            }
        }
        for (DeclarationContext d : tree.declaration())
            if (d instanceof DriverContext x) driver(x);
        if (tree.declaration().isEmpty())
            complaints.add(tree.start, "nothing is declared here", "a device, a service or a driver");
    }

    private void use(UseContext u) throws IOException {
        if (Syntax.hasErrors(u)) return;
        Path file = folder.resolve(Texts.unquoted(u.STRING().getSymbol()));
        if (!Files.isRegularFile(file)) {
            complaints.add(u, file + " is not there", "the name of a file, seen from this one's folder");
            return;
        }
        Read used = read(file);
        complaints.addAll(used.complaints);
        used.specification.services().forEach(s -> services.put(s.name(), s));
    }

    private void device(DeviceContext d) {
        if (d.name == null) return;
        var builder = new DeviceBuilder(complaints, d);
        Device device = builder.build();
        if (scopes.putIfAbsent(device.name(), builder.scope()) != null)
            complaints.add(d.name, "the device `" + device.name() + "` is declared already", "another name");
        devices.add(device);
        if (!Syntax.hasErrors(d)) new DeviceCheck(device, complaints).check();
    }

    private void service(ServiceContext s) {
        if (s.name == null) return;
        Service service = new DriverBuilder(complaints).service(s);
        if (own.put(service.name(), service) != null)
            complaints.add(s.name, "the service `" + service.name() + "` is declared already",
                "another name");
        services.put(service.name(), service);
    }

    private void driver(DriverContext d) {
        if (d.name == null || d.gives == null) return;
        var of = d.of == null ? d.name : d.of;
        Scope device = scopes.get(Texts.name(of));
        Service service = services.get(Texts.name(d.gives));
        if (device == null)
            complaints.addUnknown(of, "there is no device `" + of.getText() + "` in this file",
                expected(scopes));
        if (service == null)
            complaints.addUnknown(d.gives, "there is no service `" + d.gives.getText() + "`",
                expected(services));
        if (device != null && service != null) drivers.add(new DriverBuilder(complaints)
            .driver(d, device, service));
    }

    private static String expected(Map<String, ?> names) {
        return names.isEmpty() ? "a name that is declared" : "one of "
            + String.join(", ", names.keySet().stream().sorted().toList());
    }
}
