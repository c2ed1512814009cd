package ashlar.drivergen.check;

import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Owner;
import ashlar.drivergen.ast.Place;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.RegisterPart;
import ashlar.drivergen.ast.SharedPart;
import ashlar.drivergen.ast.Statement;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.grammar.DeviceSpecParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/// Reads the steps of rules; those of drivers' bodies are left to DriverStatements.
final class Statements {
    private static final int LOOP_BITS = 32;

    private final Complaints complaints;
    private final Scope scope;
    private final Expressions expressions;

    Statements(Complaints complaints, Scope scope) {
        this.complaints = complaints;
        this.scope = scope;
        this.expressions = new Expressions(complaints, scope);
    }

    static List<Statement> block(BlockContext block, Complaints complaints, Scope scope) {
        var inner = new Statements(complaints, scope.inner());
        List<Statement> steps = new ArrayList<>();
        for (StatementContext s : Syntax.readable(block.statement(), complaints))
            inner.statement(s).ifPresent(steps::add);
        return steps;
    }

    private List<Statement> block(BlockContext block) {
        return block(block, complaints, scope);
    }

    private Optional<Statement> statement(StatementContext s) {
        Place at = complaints.place(s.start);
        return switch (s) {
            case LetContext l       -> Optional.of(let(at, l));
            case AssignContext a    -> assign(at, a);
            case CallStatementContext c -> call(at, c);
            case IfStatementContext i -> Optional.of(conditional(at, i.conditional()));
            case ChooseContext c    -> Optional.of(new Statement.Choose(at,
                c.block().stream().map(this::block).toList()));
            case ForStatementContext f -> Optional.of(loop(at, f));
            case UndefinedContext u -> Optional.of(new Statement.Undefined(at,
                Texts.unquoted(u.STRING().getSymbol())));
            case GiveContext g      -> give(at, g);
            default                 -> new DriverStatements(complaints, scope, expressions).statement(at, s);
        };
    }

    private Statement let(Place at, LetContext l) {
        Expression value = expressions.infer(l.expression());
        if (value.bits() == Expressions.ADAPTS && !(value instanceof Expression.Any))
            value = expressions.wrong(l.expression(), "the width of this is not known",
                "a word, as in u8(1)");
        Optional<Register> readAs = value instanceof Expression.ReadRegister(RegisterPart part, _)
            && part.field().isEmpty()
            && scope.find(part.register()).orElse(null) instanceof Scope.OfRegister(Register r)
            ? Optional.of(r) : Optional.empty();
        if (!scope.declare(Texts.name(l.name), new Scope.LocalName(value.bits(), readAs)))
            complaints.add(l.name, "`" + l.name.getText() + "` is declared already", "another name");
        return new Statement.Let(at, Texts.name(l.name), value);
    }

    private Optional<Statement> assign(Place at, AssignContext a) {
        Names.Path path = Names.path(a.target());
        Optional<Scope.Meaning> meaning = expressions.names()
            .meaning(path.name(), "a state, a register or a field");
        if (meaning.isEmpty()) return Optional.empty();
        return switch (meaning.get()) {
            case Scope.OfRegister(Register r) when scope.kind() != Scope.Kind.BODY ->
                setRegister(at, a, path, r);
            case Scope.Declared(Named.State s) -> setState(at, a, path, s);
            case Scope.Declared(Named.Output o) when o.type() instanceof Type.Word w && path.part() == null ->
                Optional.of(new Statement.SetState(at, o.name(), expressions.of(a.expression(), w.bits())));
            case Scope.Declared(Named.Shared s) -> setShared(at, a, path, s);
            default -> wrong(a, "`" + a.target().getText() + "` cannot be assigned",
                scope.kind() == Scope.Kind.BODY ? "write ... = ...;" : "a state, a register or a field");
        };
    }

    private Optional<Statement> wrong(ParserRuleContext at, String wrong, String expected) {
        complaints.add(at, wrong, expected);
        return Optional.empty();
    }

    private Optional<Statement> setRegister(Place at, AssignContext a, Names.Path path, Register r) {
        return expressions.names().registerPart(path, r).map(part ->
            new Statement.SetRegister(at, part, expressions.of(a.expression(), Names.bits(r, part))));
    }

    private Optional<Statement> setState(Place at, AssignContext a, Names.Path path, Named.State s) {
        if (path.part() != null) return wrong(a, "`" + s.name() + "` has no parts", s.name());
        return switch (s.type()) {
            case Type.Word w when path.index() == null ->
                Optional.of(new Statement.SetState(at, s.name(), expressions.of(a.expression(), w.bits())));
            case Type.Array(var of, _) when path.index() != null ->
                Optional.of(new Statement.SetElement(at, s.name(), expressions.names()
                    .elementIndex(path.index()),
                    expressions.of(a.expression(), of.bits())));
            default -> wrong(a, "`" + s.name() + "` is " + s.type().text(),
                s.type() instanceof Type.Queue ? "push(q, value), pop(q) or clear(q)" : "an element of it");
        };
    }

    private Optional<Statement> setShared(Place at, AssignContext a, Names.Path path, Named.Shared s) {
        Optional<SharedPart> part = expressions.names().sharedPart(path, s);
        if (part.isEmpty()) return Optional.empty();
        Optional<Integer> bits = part.get().field().flatMap(f -> expressions.names().memberBits(s, f));
        if (bits.isEmpty()) return wrong(a, "`" + s.name() + "` is a structure", "a member of it");
        return Optional.of(new Statement.SetShared(at, part.get(),
            expressions.of(a.expression(), bits.get())));
    }

    private Optional<Statement> call(Place at, CallStatementContext c) {
        List<ExpressionContext> arguments = c.arguments() == null ? List.of() : c.arguments().expression();
        String name = Texts.name(c.name);
        int count = switch (name) {
            case "clear", "pop"   -> 1;
            case "push", "send", "store8", "store16", "store32", "store64" -> 2;
            default               -> -1;
        };
        if (count < 0) return action(at, c, arguments);
        if (arguments.size() != count)
            return wrong(c, name + " has " + arguments.size() + " arguments", Integer.toString(count));
        return builtIn(at, name, arguments);
    }

    private Optional<Statement> builtIn(Place at, String name, List<ExpressionContext> arguments) {
        var calls = new Calls(expressions);
        ExpressionContext first = arguments.getFirst();
        ExpressionContext last = arguments.getLast();
        return switch (name) {
            case "clear" -> calls.queue(first).map(q -> new Statement.Clear(at, q.name()));
            case "pop"   -> calls.queue(first).map(q -> new Statement.Drop(at, q.name()));
            case "push"  -> calls.queue(first).map(q -> new Statement.Push(at, q.name(),
                expressions.of(last, q.type().word().bits())));
            case "send"  -> output(first).map(o -> new Statement.Send(at, o.name(),
                expressions.of(last, o.type().word().bits())));
            default      -> Optional.of(new Statement.Store(at, calls.address(first),
                expressions.of(last, Integer.parseInt(name.substring(5)))));
        };
    }

    private Optional<Named.Output> output(ExpressionContext e) {
        if (e instanceof NameContext n
            && scope.find(Texts.name(n.name)).orElse(null) instanceof Scope.Declared(Named.Output o)
            && o.type() instanceof Type.Stream) return Optional.of(o);
        complaints.add(e, "`" + e.getText() + "` is not a stream", "an output that is a stream");
        return Optional.empty();
    }

    private Optional<Statement> action(Place at, CallStatementContext c, List<ExpressionContext> arguments) {
        Optional<Scope.Meaning> meaning = expressions.names().meaning(c.name,
            "push, pop, clear, send, store8 to store64, or an action");
        if (meaning.isEmpty()) return Optional.empty();
        if (!(meaning.get() instanceof Scope.Declared(Named.Action action)))
            return wrong(c, "`" + c.name.getText() + "` is not an action", "an action");
        return Optional.of(new Statement.Call(at, action.name(),
            new Calls(expressions).arguments(c, arguments, action.parameters())));
    }

    private Statement conditional(Place at, ConditionalContext i) {
        Expression condition = expressions.truth(i.expression());
        List<Statement> yes = block(i.block(0));
        List<Statement> no = i.otherwise != null
            ? List.of(conditional(complaints.place(i.otherwise.start), i.otherwise))
            : i.block().size() > 1 ? block(i.block(1)) : List.of();
        return new Statement.If(at, condition, yes, no);
    }

    private Statement loop(Place at, ForStatementContext f) {
        Scope inside = scope.inner();
        inside.local(Texts.name(f.name), LOOP_BITS);
        return new Statement.For(at, Texts.name(f.name), loopBound(f.from), loopBound(f.to),
            block(f.block(), complaints, inside));
    }

    private Expression loopBound(ExpressionContext e) {
        Expression bound = expressions.infer(e);
        return bound.bits() == Expressions.ADAPTS ? expressions.fit(bound, LOOP_BITS, e)
            : new Expression.Convert(bound, LOOP_BITS);
    }

    private Optional<Statement> give(Place at, GiveContext g) {
        Names.Path path = Names.path(g.target());
        Optional<Scope.Meaning> meaning = expressions.names().meaning(path.name(), "what is shared");
        if (meaning.isEmpty()) return Optional.empty();
        if (!(meaning.get() instanceof Scope.Declared(Named.Shared s)) || path.part() != null)
            return wrong(g, "`" + g.target().getText() + "` is not shared",
                "an element that is declared `shared`");
        return expressions.names().sharedPart(path, s).map(part -> new Statement.Give(at, part,
            g.owner().getText().equals("driver") ? Owner.DRIVER : Owner.DEVICE));
    }
}
