package ashlar.drivergen.emit;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Driver;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Parameter;
import ashlar.drivergen.ast.Service.Contract;
import ashlar.drivergen.ast.Service.Operation;
import ashlar.drivergen.ast.Statement;
import ashlar.drivergen.check.Complaint;
import ashlar.drivergen.check.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A driver whose bodies are all there, in Java or in C.
public final class DriverText {
    private final Device device;
    private final Driver driver;
    private final Dialect dialect;
    private final List<Complaint> complaints = new ArrayList<>();
    private final Set<String> errors = new LinkedHashSet<>();

    /// @param complaints what cannot be written; if there are any, the text is not to be used
    public record Written(String text, List<Complaint> complaints) { }

    private DriverText(Device device, Driver driver, Dialect dialect) {
        this.device = device;
        this.driver = driver;
        this.dialect = dialect;
        driver.operations().forEach(o -> errors.addAll(o.errors()));
    }

    /// A final class with a static method for each operation.
    public static Written java(Device device, Driver driver, String packageName) {
        return new DriverText(device, driver, new JavaDialect(packageName)).written();
    }

    /// A translation unit in freestanding C11.
    public static Written c(Device device, Driver driver) {
        return new DriverText(device, driver, new CDialect(device, driver.name())).written();
    }

    private Written written() {
        var functions = new StringBuilder();
        Set<String> used = new TreeSet<>();
        List<Operation> all = new ArrayList<>(driver.operations());
        all.addAll(driver.handlers());
        for (Operation o : all) operation(o, functions, used);
        var text = new StringBuilder(dialect.begin(driver.name(), driver.title().isEmpty() ? device.title()
            : driver.title(), device.sources(), List.copyOf(errors)));
        new Constants(device, dialect).write(used, text);
        return new Written(text.append(functions).append(dialect.end()).toString(), complaints);
    }

    private void operation(Operation o, StringBuilder text, Set<String> used) {
        if (o.body().isEmpty()) {
            complaints.add(new Complaint(o.place(), "`" + o.name() + "` has no body", "body { ... }"));
            return;
        }
        Walk.statements(o.body().get(), s -> {
            if (s instanceof Statement.Hole) complaints.add(new Complaint(s.place(), "`...` is still open",
                "statements"));
            Walk.expressions(s).forEach(x -> Walk.expressions(x, e -> {
                if (e instanceof Expression.Hole)
                    complaints.add(new Complaint(s.place(), "`??` is still open", "a value"));
            }));
        });
        List<String> buses = WordText.buses(device, o.body().get());
        var body = new BodyText(device, o, dialect, given(o), complaints);
        String code = body.text();
        used.addAll(body.used());
        boolean helpersFirst = dialect instanceof CDialect;
        if (helpersFirst) text.append(body.helpers());
        text.append('\n');
        promises(o, text);
        List<String> parameters = new ArrayList<>(dialect.busParameters(buses));
        for (Parameter p : o.parameters()) parameters.add(dialect.parameter(p.name(), p.type().bits()));
        for (Named.Given g : given(o)) parameters.add(dialect.parameter(g.name(), g.type().bits()));
        text.append(dialect.function(true, BodyText.result(o), o.name(), parameters)).append(" {\n")
            .append(code)
            .append(helpersFirst ? "}\n" : "    }\n" + body.helpers());
    }

    /// What is given and used in the body.
    private List<Named.Given> given(Operation o) {
        Set<String> names = new LinkedHashSet<>();
        Walk.statements(o.body().orElse(List.of()), s -> Walk.expressions(s)
            .forEach(x -> Walk.expressions(x, e -> {
            if (e instanceof Expression.Local(String name, _)) names.add(name);
        })));
        return driver.givens().stream().filter(g -> names.contains(g.name())).toList();
    }

    private void promises(Operation o, StringBuilder text) {
        String indent = dialect instanceof JavaDialect ? "    /// " : "/// ";
        text.append(indent).append(Optional.of(o.title()).filter(t -> !t.isEmpty()).orElse(o.name()))
            .append(".\n");
        for (Contract c : o.contracts())
            text.append(indent).append(c.promise() ? c.eventually() ? "Promises in the end: " : "Promises: "
                : "Requires: ")
                .append(Formula.of(c.condition())).append('\n');
    }
}
