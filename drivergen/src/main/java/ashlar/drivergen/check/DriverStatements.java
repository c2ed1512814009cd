package ashlar.drivergen.check;

import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Expression.UnaryOperator;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Place;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.RegisterPart;
import ashlar.drivergen.ast.Statement;
import ashlar.drivergen.grammar.DeviceSpecParser.*;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.antlr.v4.runtime.ParserRuleContext;

/// Reads what only a driver does: accesses to the bus, polling, barriers, results, holes.
final class DriverStatements {
    private static final int TRIES_BITS = 32;

    private final Complaints complaints;
    private final Scope scope;
    private final Expressions expressions;

    DriverStatements(Complaints complaints, Scope scope, Expressions expressions) {
        this.complaints = complaints;
        this.scope = scope;
        this.expressions = expressions;
    }

    Optional<Statement> statement(Place at, StatementContext s) {
        if (scope.kind() != Scope.Kind.BODY)
            return wrong(s, "`" + s.start.getText() + "` stands outside of a driver's body",
                "a step of a rule");
        return switch (s) {
            case WriteWordContext w     -> writeWord(at, w);
            case WriteFieldsContext w   -> writeFields(at, w);
            case WaitContext w          -> Optional.of(await(at, w));
            case BarrierContext b       -> Optional.of(new Statement.Barrier(at,
                Statement.BarrierKind.valueOf(b.kind.getText().toUpperCase(Locale.ROOT))));
            case ReturnContext r        -> Optional.of(new Statement.Return(at, result(r)));
            case FailContext f          -> fail(at, f);
            case HoleStatementContext _ -> Optional.of(new Statement.Hole(at));
            default                     -> throw new IllegalStateException(s.getText());
        };
    }

    private Optional<Statement> wrong(ParserRuleContext at, String wrong, String expected) {
        complaints.add(at, wrong, expected);
        return Optional.empty();
    }

    private Optional<Register> writable(TargetContext t) {
        Optional<Register> register = expressions.names().register(t.name);
        if (register.isEmpty() || register.get().access().writable()) return register;
        complaints.add(t, "`" + t.name.getText() + "` cannot be written", "a register that is wo or rw");
        return Optional.empty();
    }

    private Optional<Statement> writeWord(Place at, WriteWordContext w) {
        Optional<Register> register = writable(w.target());
        if (register.isEmpty()) return Optional.empty();
        return expressions.names().registerPart(Names.path(w.target()), register.get()).map(part ->
            new Statement.WriteRegister(at, part,
                expressions.of(w.expression(), Names.bits(register.get(), part))));
    }

    private Optional<Statement> writeFields(Place at, WriteFieldsContext w) {
        boolean update = w.how.getText().equals("update");
        Optional<Register> register = writable(w.target());
        if (register.isEmpty()) return Optional.empty();
        if (update) checkUpdate(w, register.get());
        Map<String, Expression> fields = new TreeMap<>();
        for (FieldValueContext f : w.fieldValue()) {
            Optional<Field> field = expressions.names().field(register.get(), f.name);
            if (field.isEmpty()) continue;
            if (fields.containsKey(field.get().name()))
                complaints.add(f, "`" + field.get().name() + "` is written twice", "each field once");
            fields.put(field.get().name(), expressions.of(f.expression(), field.get().bits()));
        }
        Optional<RegisterPart> part = expressions.names().registerPart(Names.path(w.target()),
            register.get());
        return part.map(p -> new Statement.WriteFields(at, p, fields, update));
    }

    /// Writing back what was read must not do anything.
    private void checkUpdate(WriteFieldsContext w, Register r) {
        if (!r.access().readable())
            complaints.add(w, r.name() + " cannot be read, and so not updated", "write " + r.name()
                + " { ... }");
        for (Field f : r.fields()) {
            if (f.onWrite().harmless(1, 1) == 1 && f.onWrite().harmless(0, 1) == 0) continue;
            complaints.add(w, "writing back what was read from " + r.name() + " acts on its field `"
                + f.name()
                + "` (" + f.onWrite().text() + ")", "write " + r.name() + " { ... }");
        }
    }

    private Statement await(Place at, WaitContext w) {
        Expression condition = expressions.truth(w.expression(0));
        if (w.sense.getText().equals("while"))
            condition = new Expression.Unary(UnaryOperator.NOT, condition, 1);
        List<Statement> otherwise = w.block() == null ? List.of()
            : Statements.block(w.block(), complaints, scope);
        return new Statement.Wait(at, condition, expressions.of(w.tries, TRIES_BITS), otherwise);
    }

    private Optional<Expression> result(ReturnContext r) {
        Optional<Scope.Meaning> wanted = scope.find(DriverBuilder.RESULT);
        boolean gives = wanted.isPresent();
        if (gives != (r.expression() != null))
            complaints.add(r, gives ? "this returns nothing" : "this operation has no result",
                gives ? "return value;" : "return;");
        if (r.expression() == null) return Optional.empty();
        int bits = wanted.orElse(null) instanceof Scope.LocalName(int b, _) ? b : Expressions.ADAPTS;
        return Optional.of(expressions.of(r.expression(), bits));
    }

    private Optional<Statement> fail(Place at, FailContext f) {
        String error = Texts.name(f.ID().getSymbol());
        if (scope.find(DriverBuilder.error(error)).isEmpty())
            return wrong(f, "this operation does not fail with `" + error + "`", "an error after `fails`");
        return Optional.of(new Statement.Fail(at, error));
    }
}
