package ashlar.drivergen.check;

import ashlar.drivergen.ast.Device.Always;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Parameter;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Rule;
import ashlar.drivergen.grammar.DeviceSpecParser.*;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.antlr.v4.runtime.Token;

/// Reads what happens in a device.
final class Rules {
    private static final Map<String, Long> NANOSECONDS =
        Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L);
    private static final int INDEX_BITS = 32;

    private final Complaints complaints;
    private final Scope scope;

    Rules(Complaints complaints, Scope scope) {
        this.complaints = complaints;
        this.scope = scope;
    }

    static Rule.Event event(Token word) {
        return Rule.Event.valueOf(word.getText().toUpperCase(Locale.ROOT));
    }

    /// The register that a rule is about, and the name that it gives to an element's index.
    private Optional<Register> subject(TargetContext t, Scope inner) {
        Optional<Register> register = new Expressions(complaints, scope).names().register(t.name);
        if (register.isEmpty()) return register;
        boolean binds = t.index instanceof NameContext;
        if (register.get().isArray() != binds || t.index != null && !binds) {
            complaints.add(t, register.get().isArray() ? t.name.getText() + " is an array" : t.name.getText()
                + " is one register", register.get().isArray() ? t.name.getText() + "[i]" : t.name.getText());
            return Optional.empty();
        }
        if (t.index instanceof NameContext n) inner.local(Texts.name(n.name), INDEX_BITS);
        return register;
    }

    private static Optional<String> index(TargetContext t) {
        return t.index instanceof NameContext n ? Optional.of(Texts.name(n.name)) : Optional.empty();
    }

    Optional<Always> always(AlwaysContext a) {
        Scope inner = scope.inner();
        Optional<Register> register = subject(a.target(), inner);
        if (register.isEmpty()) return Optional.empty();
        var expressions = new Expressions(complaints, inner);
        int bits = register.get().bits();
        Optional<String> field = Optional.empty();
        if (a.target().part != null) {
            var found = expressions.names().field(register.get(), a.target().part);
            if (found.isEmpty()) return Optional.empty();
            field = Optional.of(found.get().name());
            bits = found.get().bits();
        }
        return Optional.of(new Always(complaints.place(a.start), register.get().name(), index(a.target()),
            field,
            expressions.of(a.expression(), bits), Texts.unquoted(a.title)));
    }

    Optional<Rule.OnAccess> onAccess(AccessRuleContext r) {
        Rule.Event event = event(r.event);
        boolean after = r.phase.getText().equals("after");
        Scope outer = scope.inner();
        Optional<Register> register = subject(r.target(), outer);
        if (register.isEmpty()) return Optional.empty();
        checkEvent(r.target(), event, register.get());
        if (after && event == Rule.Event.WRITE)
            complaints.add(r.phase, "rules on writing run when the register has the value", "on write");
        if (r.target().part != null)
            complaints.add(r.target(), "whole registers are read and written", r.target().name.getText());
        Scope inner = event == Rule.Event.WRITE ? outer.writing(register.get()) : outer;
        return Optional.of(new Rule.OnAccess(complaints.place(r.start), event, after, register.get().name(),
            index(r.target()), guard(r.guard(), inner), Texts.unquoted(r.title),
            Statements.block(r.block(), complaints, inner)));
    }

    void checkEvent(TargetContext at, Rule.Event event, Register register) {
        if (event == Rule.Event.WRITE && !register.access().writable())
            complaints.add(at, register.name() + " is " + register.access().text() + ": it is never written",
                "a register that is wo or rw");
        if (event == Rule.Event.READ && !register.access().readable())
            complaints.add(at, register.name() + " is " + register.access().text() + ": it is never read",
                "a register that is ro or rw");
    }

    private Optional<Expression> guard(GuardContext g, Scope inner) {
        return Optional.ofNullable(g).map(x -> new Expressions(complaints, inner).truth(x.expression()));
    }

    Rule.Step step(StepContext s) {
        OptionalLong within = s.duration() == null ? OptionalLong.empty() : nanoseconds(s.duration());
        return new Rule.Step(complaints.place(s.start), Texts.name(s.name), guard(s.guard(), scope), within,
            Texts.unquoted(s.title), Statements.block(s.block(), complaints, scope));
    }

    private OptionalLong nanoseconds(DurationContext d) {
        Long unit = NANOSECONDS.get(d.unit.getText());
        if (unit == null) {
            complaints.add(d.unit, "`" + d.unit.getText() + "` is not a unit of time", "ns, us, ms or s");
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Math.multiplyExact(Texts.number(d.NUMBER().getText()), unit));
        } catch (ArithmeticException | NumberFormatException _) {
            complaints.add(d, "this time is too long", "less than 292 years");
            return OptionalLong.empty();
        }
    }

    Rule.Environment environment(EnvironmentContext e) {
        List<Parameter> parameters = new Types(complaints, scope).parameters(e.parameters());
        Scope inner = scope.inner();
        parameters.forEach(p -> inner.local(p.name(), p.type().bits()));
        return new Rule.Environment(complaints.place(e.start), Texts.name(e.name), parameters,
            guard(e.guard(), inner), Texts.unquoted(e.title), Statements.block(e.block(), complaints, inner));
    }
}
