package ashlar.drivergen.check;

import ashlar.drivergen.ast.Bus;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Device.Always;
import ashlar.drivergen.ast.Device.Invariant;
import ashlar.drivergen.ast.Device.Order;
import ashlar.drivergen.ast.Device.Require;
import ashlar.drivergen.ast.Device.Sharing;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Parameter;
import ashlar.drivergen.ast.Place;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Rule;
import ashlar.drivergen.ast.Statement;
import ashlar.drivergen.grammar.DeviceSpecParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Parse tree to device. What is named is declared first; then all expressions are resolved.
final class DeviceBuilder {
    private final Complaints complaints;
    private final DeviceContext tree;
    private final Scope scope = Scope.outermost();
    private final List<DeviceItemContext> items;
    private final Declarations declarations;

    DeviceBuilder(Complaints complaints, DeviceContext tree) {
        this.complaints = complaints;
        this.tree = tree;
        this.items = Syntax.readable(tree.deviceItem(), complaints);
        this.declarations = new Declarations(complaints, scope);
    }

    /// The names of the device, for a driver of it.
    Scope scope() {
        return scope;
    }

    Device build() {
        items.forEach(declarations::constants);
        items.forEach(declarations::names);
        List<Register> registers = of(RegisterItemContext.class).map(this::guarded).toList();
        var rules = new Rules(complaints, scope);
        return new Device(complaints.place(tree.name), Texts.name(tree.name), Texts.unquoted(tree.title),
            of(DeviceClassContext.class).flatMap(c -> c.ID().stream()).map(DeviceBuilder::text).toList(),
            of(SourceContext.class).map(s -> Texts.unquoted(s.STRING().getSymbol())).toList(),
            of(BusContext.class).map(this::bus).toList(),
            declarations.all(Named.Constant.class), declarations.all(Named.Enumeration.class),
            declarations.all(Named.State.class), declarations.all(Named.Input.class),
            declarations.all(Named.Output.class), of(InterruptContext.class).map(this::interrupt).toList(),
            registers, of(AlwaysContext.class).flatMap(a -> rules.always(a).stream()).toList(),
            of(AccessRuleContext.class).flatMap(r -> rules.onAccess(r).stream()).toList(),
            of(StepContext.class).map(rules::step).toList(),
            of(EnvironmentContext.class).map(rules::environment).toList(),
            of(ResetRuleContext.class).flatMap(r -> statements(r.block()).stream()).toList(),
            of(RequireContext.class).flatMap(r -> requires(rules, r).stream()).toList(),
            of(InvariantContext.class).map(i -> new Invariant(place(i), expressions().truth(i.expression()),
                Texts.unquoted(i.title))).toList(),
            of(FunctionContext.class).map(this::function).toList(), of(ActionContext.class).map(this::action)
                .toList(),
            new Sharing(declarations.all(Named.Layout.class), of(SharedContext.class).map(this::shared)
                .toList(),
                of(DeviceItemContext.class).flatMap(i -> order(i).stream()).toList()));
    }

    private <T extends DeviceItemContext> Stream<T> of(Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static String text(TerminalNode id) {
        return Texts.name(id.getSymbol());
    }

    private Place place(ParserRuleContext at) {
        return complaints.place(at.start);
    }

    private Expressions expressions() {
        return new Expressions(complaints, scope);
    }

    private List<Statement> statements(BlockContext block) {
        return Statements.block(block, complaints, scope);
    }

    private Register guarded(RegisterItemContext item) {
        Register r = declarations.register(item);
        List<Expression> guards = item.register().registerOption().stream()
            .filter(RegisterGuardContext.class::isInstance)
            .map(o -> expressions().truth(((RegisterGuardContext) o).guard().expression())).toList();
        return r.withGuard(guards.stream().reduce((a, b) ->
            new Expression.Binary(Expression.BinaryOperator.AND, a, b, 1)));
    }

    private Bus bus(BusContext b) {
        OptionalLong size = expressions().constant(b.size, 1, 1L << 32, "size");
        Bus.Kind kind = switch (b.busKind()) {
            case MemoryBusContext _ -> Bus.Kind.MEMORY;
            case PortBusContext _   -> Bus.Kind.PORT;
            default                 -> Bus.Kind.INDEXED;
        };
        Optional<Bus.Indexed> indexed = b.busKind() instanceof IndexedBusContext i ? indexed(i)
            : Optional.empty();
        boolean big = b.order != null && b.order.getText().equals("big");
        return new Bus(place(b), b.name == null ? "" : Texts.name(b.name), kind, big, size.orElse(1),
            indexed);
    }

    private Optional<Bus.Indexed> indexed(IndexedBusContext i) {
        Names names = expressions().names();
        Optional<Register> index = names.register(i.index.name);
        Optional<Register> through = names.register(i.ID().getSymbol());
        if (index.isEmpty() || through.isEmpty()) return Optional.empty();
        return names.registerPart(Names.path(i.index), index.get())
            .map(part -> new Bus.Indexed(part, through.get().name()));
    }

    private Named.Interrupt interrupt(InterruptContext i) {
        return new Named.Interrupt(complaints.place(i.name), Texts.name(i.name), expressions()
            .truth(i.expression()),
            Texts.unquoted(i.title));
    }

    private Scope with(List<Parameter> parameters) {
        Scope inner = scope.inner();
        parameters.forEach(p -> inner.local(p.name(), p.type().bits()));
        return inner;
    }

    private Named.Function function(FunctionContext f) {
        Named.Function declared = declarations.named(f.name, Named.Function.class);
        Expression value = new Expressions(complaints, with(declared.parameters()))
            .of(f.expression(), declared.type().bits());
        return new Named.Function(declared.place(), declared.name(), declared.parameters(), declared.type(),
            value,
            declared.title());
    }

    private Named.Action action(ActionContext a) {
        Named.Action declared = declarations.named(a.name, Named.Action.class);
        return new Named.Action(declared.place(), declared.name(), declared.parameters(),
            Statements.block(a.block(), complaints, with(declared.parameters())), declared.title());
    }

    private Named.Shared shared(SharedContext s) {
        Named.Shared declared = declarations.named(s.name, Named.Shared.class);
        return new Named.Shared(declared.place(), declared.name(), declared.layout(),
            Optional.ofNullable(s.count).map(expressions().names()::elementIndex),
            new Calls(expressions()).address(s.address), declared.owner(), declared.title());
    }

    private List<Require> requires(Rules rules, RequireContext r) {
        List<Require> requires = new ArrayList<>();
        Rule.Event event = Rules.event(r.event);
        for (TargetContext t : r.target()) {
            Optional<Register> register = expressions().names().register(t.name);
            if (register.isEmpty()) continue;
            rules.checkEvent(t, event, register.get());
            Scope inner = event == Rule.Event.WRITE ? scope.writing(register.get()) : scope.inner();
            requires.add(new Require(place(t), event, List.of(register.get().name()),
                new Expressions(complaints, inner).truth(r.guard().expression()), Texts.unquoted(r.title)));
        }
        return requires;
    }

    private Optional<Order> order(DeviceItemContext item) {
        return switch (item) {
            case PublishContext p -> Optional.of(order(p, true, p.ID(), p.target(), p.title));
            case ConsumeContext c -> Optional.of(order(c, false, c.ID(), c.target(), c.title));
            default               -> Optional.empty();
        };
    }

    private Order order(ParserRuleContext at, boolean publish, List<TerminalNode> elements, TargetContext by,
                        Token title) {
        for (TerminalNode id : elements) {
            if (scope.find(text(id)).orElse(null) instanceof Scope.Declared(Named.Shared _)) continue;
            complaints.addUnknown(id.getSymbol(), "`" + id.getText() + "` is not shared",
                "what is declared `shared`");
        }
        expressions().names().meaning(by.name, "a register, or what is shared");
        return new Order(place(at), publish, elements.stream().map(DeviceBuilder::text).toList(),
            by.getText(),
            Texts.unquoted(title));
    }
}
