package ashlar.drivergen.ast;

import java.util.List;
import java.util.Optional;

/// What a driver gives to its clients.
public record Service(Place place, String name, String title, List<Named.Output> outputs, List<Event> events,
                      List<Operation> operations) {
    public Service {
        outputs = List.copyOf(outputs);
        events = List.copyOf(events);
        operations = List.copyOf(operations);
    }

    public record Event(Place place, String name, List<Parameter> parameters, String title) {
        public Event {
            parameters = List.copyOf(parameters);
        }
    }

    /// A claim: what the client sees to, or what the driver does.
    public record Contract(Place place, boolean promise, boolean eventually, Expression condition,
        String title) { }

    /// @param body empty if it is to be synthesised
    public record Operation(Place place, String name, List<Parameter> parameters, Optional<Type.Word> result,
                            List<String> errors, boolean blocks, String title, List<Contract> contracts,
                            Optional<List<Statement>> body) {
        public Operation {
            parameters = List.copyOf(parameters);
            errors = List.copyOf(errors);
            contracts = List.copyOf(contracts);
            body = body.map(List::copyOf);
        }
    }

    public Optional<Operation> operation(String wanted) {
        return operations.stream().filter(o -> o.name().equals(wanted)).findFirst();
    }
}
