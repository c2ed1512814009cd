package ashlar.drivergen.check;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Device.Always;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Place;
import ashlar.drivergen.ast.RegisterPart;
import ashlar.drivergen.ast.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Functions, actions and computed fields must not need themselves.
final class Cycles {
    private final Device device;
    private final Complaints complaints;
    private final Map<String, Set<String>> needs = new HashMap<>();

    Cycles(Device device, Complaints complaints) {
        this.device = device;
        this.complaints = complaints;
    }

    void check() {
        for (Named.Function f : device.functions()) needs.put(f.name() + "()", neededBy(f.value()));
        for (Named.Action a : device.actions()) needs.put(a.name() + "{}", calledBy(a));
        for (Always a : device.always()) needs.put(key(a), neededBy(a.value()));
        for (Named.Function f : device.functions()) complain(f.place(), f.name() + "()");
        for (Named.Action a : device.actions()) complain(a.place(), a.name() + "{}");
        for (Always a : device.always()) complain(a.place(), key(a));
    }

    private static String key(Always a) {
        return a.field().map(f -> a.register() + "." + f).orElse(a.register());
    }

    private Set<String> neededBy(Expression value) {
        Set<String> needed = new LinkedHashSet<>();
        Walk.expressions(value, e -> {
            if (e instanceof Expression.Apply x) needed.add(x.function() + "()");
            if (e instanceof Expression.RegisterValue(RegisterPart part, _)) needed.addAll(computed(part));
        });
        return needed;
    }

    /// The computed parts that a part takes its value from.
    private Set<String> computed(RegisterPart part) {
        Set<String> found = new LinkedHashSet<>();
        for (Always a : device.always())
            if (a.register().equals(part.register())
                && (part.field().isEmpty() || a.field().isEmpty() || a.field().equals(part.field())))
                found.add(key(a));
        return found;
    }

    private static Set<String> calledBy(Named.Action a) {
        Set<String> called = new LinkedHashSet<>();
        Walk.statements(a.body(), s -> {
            if (s instanceof Statement.Call c) called.add(c.action() + "{}");
        });
        return called;
    }

    private void complain(Place at, String name) {
        Set<String> seen = new HashSet<>();
        reach(name, seen);
        if (seen.contains(name))
            complaints.add(at, name.replaceAll("[(){}]", "") + " needs itself",
                "a value that rests on others");
    }

    private void reach(String name, Set<String> seen) {
        for (String next : needs.getOrDefault(name, Set.of()))
            if (seen.add(next)) reach(next, seen);
    }
}
