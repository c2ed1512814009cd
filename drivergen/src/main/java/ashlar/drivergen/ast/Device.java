package ashlar.drivergen.ast;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A device: what a driver sees of it, and how it behaves.
/// @param classes what it is for: uart, timer, ...
/// @param always  fields and registers that are functions of the rest
/// @param onReset what a reset does beside setting states and registers to their values
public record Device(Place place, String name, String title, List<String> classes, List<String> sources,
                     List<Bus> buses, List<Named.Constant> constants, List<Named.Enumeration> enumerations,
                     List<Named.State> states, List<Named.Input> inputs, List<Named.Output> outputs,
                     List<Named.Interrupt> interrupts, List<Register> registers, List<Always> always,
                     List<Rule.OnAccess> accessRules, List<Rule.Step> steps,
                     List<Rule.Environment> environments,
                     List<Statement> onReset, List<Require> requires, List<Invariant> invariants,
                     List<Named.Function> functions, List<Named.Action> actions, Sharing sharing) {

    /// A register or field that is a function of the rest.
    /// @param index the name of the element's index, for an array
    public record Always(Place place, String register, Optional<String> index, Optional<String> field,
                         Expression value, String title) { }

    /// What a driver must see to before an access.
    public record Require(Place place, Rule.Event event, List<String> registers, Expression condition,
                          String title) { }

    public record Invariant(Place place, Expression condition, String title) { }

    /// What driver and device share in memory.
    public record Sharing(List<Named.Layout> layouts, List<Named.Shared> shared, List<Order> orders) {
        public Sharing {
            layouts = List.copyOf(layouts);
            shared = List.copyOf(shared);
            orders = List.copyOf(orders);
        }

        public Optional<Named.Shared> shared(String name) {
            return shared.stream().filter(s -> s.name().equals(name)).findFirst();
        }

        public Optional<Named.Layout> layout(String name) {
            return layouts.stream().filter(l -> l.name().equals(name)).findFirst();
        }
    }

    /// The barrier that is due: before a publication by writing, or after one is seen by reading.
    /// @param publish else consume
    /// @param by      the part whose access tells the other side
    public record Order(Place place, boolean publish, List<String> elements, String by, String title) {
        public Order {
            elements = List.copyOf(elements);
        }
    }

    public Optional<Register> register(String wanted) {
        return registers.stream().filter(r -> r.name().equals(wanted)).findFirst();
    }

    public Optional<Named.State> state(String wanted) {
        return states.stream().filter(s -> s.name().equals(wanted)).findFirst();
    }

    /// The bus of that name; the first one, if the name is empty.
    public Optional<Bus> bus(String wanted) {
        return wanted.isEmpty() ? buses.stream().findFirst()
            : buses.stream().filter(b -> b.name().equals(wanted)).findFirst();
    }

    /// A device without behaviour: a map of registers.
    /// @param inputs what tells which of several registers is at an address
    public static Device map(Place place, String name, String title, List<String> sources, List<Bus> buses,
                             List<Named.Enumeration> enumerations, List<Named.Input> inputs,
                             List<Register> registers) {
        return new Device(place, name, title, List.of(), sources, buses, List.of(), enumerations, List.of(),
            inputs, List.of(), List.of(), registers, List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), new Sharing(List.of(), List.of(), List.of()));
    }

    public Map<String, Long> counts() {
        return Map.of("registers", (long) registers.size(),
            "fields", registers.stream().mapToLong(r -> r.fields().size()).sum());
    }
}
