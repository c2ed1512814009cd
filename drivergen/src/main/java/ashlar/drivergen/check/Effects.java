package ashlar.drivergen.check;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Device.Always;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Expression.Query;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Place;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.RegisterPart;
import ashlar.drivergen.ast.Rule;
import ashlar.drivergen.ast.Statement;
import java.util.List;
import java.util.Optional;

/// Conditions and values change nothing; rules do not assign what is computed.
final class Effects {
    private final Device device;
    private final Complaints complaints;

    Effects(Device device, Complaints complaints) {
        this.device = device;
        this.complaints = complaints;
    }

    void check() {
        device.always().forEach(a -> pure(a.place(), a.value()));
        device.requires().forEach(r -> pure(r.place(), r.condition()));
        device.invariants().forEach(i -> pure(i.place(), i.condition()));
        device.functions().forEach(f -> pure(f.place(), f.value()));
        device.registers().forEach(r -> r.guard().ifPresent(g -> certain(r.place(), g)));
        for (Named.Interrupt i : device.interrupts()) certain(i.place(), i.line());
        device.accessRules().forEach(this::rule);
        device.steps().forEach(this::rule);
        device.environments().forEach(this::rule);
        device.actions().forEach(a -> body(a.body()));
        body(device.onReset());
    }

    private void rule(Rule r) {
        r.guard().ifPresent(g -> certain(r.place(), g));
        body(r.body());
    }

    private void pure(Place at, Expression e) {
        Walk.expressions(e, x -> {
            if (x instanceof Expression.QueueQuery(Query query, String queue, _) && query == Query.POP)
                complaints.add(at, "asking must not take anything from `" + queue + "`", "head(" + queue
                    + ")");
        });
    }

    private void certain(Place at, Expression e) {
        pure(at, e);
        Walk.expressions(e, x -> {
            if (x instanceof Expression.Any(int bits) && bits > 0)
                complaints.add(at, "a condition cannot rest on `any`", "a state that is `any` at reset");
        });
    }

    private void body(List<Statement> block) {
        Walk.statements(block, s -> {
            if (s instanceof Statement.SetRegister set) assigned(set);
            if (s instanceof Statement.If i) pure(i.place(), i.condition());
        });
    }

    private void assigned(Statement.SetRegister set) {
        RegisterPart part = set.part();
        Register r = device.register(part.register()).orElseThrow();
        Optional<Always> computed = device.always().stream().filter(a -> a.register().equals(r.name())
            && (a.field().isEmpty() || part.field().isEmpty() || a.field().equals(part.field()))).findFirst();
        computed.ifPresent(a -> complaints.add(set.place(), r.name() + part.field().map(f -> "." + f)
            .orElse("")
            + " is computed (line " + a.place().line() + ")", "a state that it is computed from"));
    }
}
