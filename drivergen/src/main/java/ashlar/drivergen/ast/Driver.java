package ashlar.drivergen.ast;

import java.util.List;
import java.util.Map;

/// How a service is given by means of a device.
/// @param bindings the service's outputs, each with the device's output that it is
public record Driver(Place place, String name, String device, String service, String title,
                     List<Named.Given> givens, Map<String, String> bindings,
                     List<Service.Operation> operations, List<Service.Operation> handlers) {
    public Driver {
        givens = List.copyOf(givens);
        bindings = Map.copyOf(bindings);
        operations = List.copyOf(operations);
        handlers = List.copyOf(handlers);
    }
}
