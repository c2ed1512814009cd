package ashlar.drivergen.check;

import ashlar.drivergen.ast.Driver;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Service;
import ashlar.drivergen.ast.Service.Contract;
import ashlar.drivergen.ast.Service.Operation;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.grammar.DeviceSpecParser.*;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/// Reads services and drivers.
final class DriverBuilder {
    /// What an operation returns, in its promises.
    static final String RESULT = "result";

    private final Complaints complaints;

    DriverBuilder(Complaints complaints) {
        this.complaints = complaints;
    }

    /// The name under which an error of an operation is declared.
    static String error(String name) {
        return "fails " + name;
    }

    Service service(ServiceContext s) {
        List<ServiceItemContext> items = Syntax.readable(s.serviceItem(), complaints);
        Scope scope = Scope.outermost();
        List<Named.Output> outputs = new ArrayList<>();
        for (ServiceItemContext item : items) {
            if (!(item instanceof ServiceOutputContext o)) continue;
            var output = new Named.Output(complaints.place(o.name), Texts.name(o.name),
                new Types(complaints, scope).of(o.type()), Texts.unquoted(o.title));
            outputs.add(output);
            declare(scope, o.name, new Scope.Declared(output));
        }
        List<Service.Event> events = of(items, ServiceEventContext.class).map(e -> new Service.Event(
            complaints.place(e.name), Texts.name(e.name), new Types(complaints, scope)
                .parameters(e.parameters()),
            Texts.unquoted(e.title))).toList();
        return new Service(complaints.place(s.name), Texts.name(s.name), Texts.unquoted(s.title), outputs,
            events,
            of(items, ServiceOperationContext.class).map(o -> operation(o.operation(), scope)).toList());
    }

    private static <T> Stream<T> of(List<?> items, Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast);
    }

    private void declare(Scope scope, Token name, Scope.Meaning meaning) {
        if (!scope.declare(Texts.name(name), meaning))
            complaints.add(name, "`" + name.getText() + "` is declared already", "another name");
    }

    /// @param device names of the device
    Driver driver(DriverContext d, Scope device, Service service) {
        List<DriverItemContext> items = Syntax.readable(d.driverItem(), complaints);
        Scope scope = device.inner();
        List<Named.Given> givens = new ArrayList<>();
        for (DriverItemContext item : items) {
            if (!(item instanceof GivenContext g)) continue;
            givens.add(given(g, scope));
            declare(scope, g.name, new Scope.Declared(givens.getLast()));
        }
        Map<String, String> bindings = bindings(items, scope, service);
        List<Operation> operations = of(items, DriverOperationContext.class)
            .map(o -> operation(o.operation(), scope)).toList();
        checkProvides(d, operations, service);
        String of = Texts.name(d.of == null ? d.name : d.of);
        return new Driver(complaints.place(d.name), Texts.name(d.name), of, service.name(),
            Texts.unquoted(d.title),
            givens, bindings, operations, of(items, HandlerContext.class).map(h -> handler(h, scope))
                .toList());
    }

    private Named.Given given(GivenContext g, Scope scope) {
        Type.Word type = new Types(complaints, scope).word(g.type());
        var expressions = new Expressions(complaints, scope);
        OptionalLong low = g.low == null ? OptionalLong.empty() : expressions.constant(g.low);
        OptionalLong high = g.high == null ? OptionalLong.empty() : expressions.constant(g.high);
        return new Named.Given(complaints.place(g.name), Texts.name(g.name), type, low, high,
            Texts.unquoted(g.title));
    }

    private Map<String, String> bindings(List<DriverItemContext> items, Scope scope, Service service) {
        Map<String, String> bindings = new HashMap<>();
        for (BindContext b : of(items, BindContext.class).toList()) {
            Optional<Named.Output> of = service.outputs().stream()
                .filter(o -> o.name().equals(Texts.name(b.name))).findFirst();
            if (of.isEmpty())
                complaints.add(b.name, service.name() + " has no output `" + b.name.getText() + "`", "one of "
                    + String.join(", ", service.outputs().stream().map(Named.Output::name).toList()));
            else bindings.put(of.get().name(), bound(b, scope, of.get()));
        }
        return bindings;
    }

    /// The service's output becomes a name of the device's.
    private String bound(BindContext b, Scope scope, Named.Output of) {
        Token name = b.target().name;
        if (!(scope.find(Texts.name(name)).orElse(null) instanceof Scope.Declared(Named.Output o)))
            complaints.add(name, "`" + name.getText() + "` is not an output of the device", "an output");
        else if (!o.type().equals(of.type()))
            complaints.add(name, "`" + name.getText() + "` is " + o.type().text(), of.type().text());
        else if (!o.name().equals(of.name())) declare(scope, b.name, new Scope.Declared(o));
        return Texts.name(name);
    }

    private void checkProvides(DriverContext d, List<Operation> operations, Service service) {
        for (Operation wanted : service.operations())
            if (operations.stream().noneMatch(o -> o.name().equals(wanted.name())))
                complaints.add(d.gives, "the operation `" + wanted.name() + "` of " + service.name()
                    + " is missing",
                    "operation " + wanted.name() + "(...)");
        for (Operation o : operations) {
            Optional<Operation> wanted = service.operation(o.name());
            if (wanted.isEmpty())
                complaints.add(o.place(), service.name() + " has no operation `" + o.name() + "`", "one of "
                    + String.join(", ", service.operations().stream().map(Operation::name).toList()));
            else if (!wanted.get().parameters().equals(o.parameters()) || !wanted.get().result()
                .equals(o.result())
                     || !wanted.get().errors().equals(o.errors()))
                complaints.add(o.place(), "parameters, result or errors of `" + o.name()
                    + "` differ from those in "
                    + service.name(), "the same");
        }
    }

    private Operation operation(OperationContext o, Scope scope) {
        var types = new Types(complaints, scope);
        var parameters = types.parameters(o.parameters());
        Optional<Type.Word> result = Optional.ofNullable(o.type()).map(types::word);
        List<String> errors = o.ID().stream().skip(1).map(id -> Texts.name(id.getSymbol())).toList();
        Scope inner = scope.inner(Scope.Kind.CONTRACT);
        parameters.forEach(p -> inner.local(p.name(), p.type().bits()));
        Scope body = scope.inner(Scope.Kind.BODY);
        parameters.forEach(p -> body.local(p.name(), p.type().bits()));
        errors.forEach(e -> body.local(error(e), 1));
        result.ifPresent(r -> inner.local(RESULT, r.bits()));
        result.ifPresent(r -> body.local(RESULT, r.bits()));
        return new Operation(complaints.place(o.name), Texts.name(o.name), parameters, result, errors,
            o.blocks != null, Texts.unquoted(o.title), contracts(o.contract(), inner),
            Optional.ofNullable(o.body()).map(b -> Statements.block(b.block(), complaints, body)));
    }

    private Operation handler(HandlerContext h, Scope scope) {
        if (!(scope.find(Texts.name(h.name)).orElse(null) instanceof Scope.Taken(String what))
            || !what.equals("an interrupt line"))
            complaints.add(h.name, "`" + h.name.getText() + "` is not an interrupt line",
                "an interrupt line");
        return new Operation(complaints.place(h.name), Texts.name(h.name), List.of(), Optional.empty(),
            List.of(),
            false, Texts.unquoted(h.title), contracts(h.contract(), scope.inner(Scope.Kind.CONTRACT)),
            Optional.ofNullable(h.body())
                .map(b -> Statements.block(b.block(), complaints, scope.inner(Scope.Kind.BODY))));
    }

    private List<Contract> contracts(List<ContractContext> list, Scope scope) {
        return Syntax.readable(list, complaints).stream().map(c -> new Contract(complaints.place(c.start),
            c.kind.getText().equals("promise"), c.when != null,
            new Expressions(complaints, scope).truth(c.expression()), Texts.unquoted(c.title))).toList();
    }
}
