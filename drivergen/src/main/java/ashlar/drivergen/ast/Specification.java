package ashlar.drivergen.ast;

import java.util.List;

/// All that one file tells.
public record Specification(String file, List<Device> devices, List<Service> services, List<Driver> drivers) {
    public Specification {
        devices = List.copyOf(devices);
        services = List.copyOf(services);
        drivers = List.copyOf(drivers);
    }
}
