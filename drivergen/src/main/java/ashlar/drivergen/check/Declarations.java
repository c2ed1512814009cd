package ashlar.drivergen.check;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Owner;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.grammar.DeviceSpecParser.*;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// Declares the names of a device; bodies and values of functions, actions and interrupts are found later.
final class Declarations {
    private static final Expression LATER = new Expression.Any(1);

    private final Complaints complaints;
    private final Scope scope;
    private final Types types;
    private final Map<String, Named> all = new LinkedHashMap<>();
    private final IdentityHashMap<RegisterItemContext, Register> registers = new IdentityHashMap<>();

    Declarations(Complaints complaints, Scope scope) {
        this.complaints = complaints;
        this.scope = scope;
        this.types = new Types(complaints, scope);
    }

    <T extends Named> List<T> all(Class<T> kind) {
        return all.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// What the name was declared as; if it was declared before as something else, a stand-in is not needed,
    /// since the names of a device are distinct from here on.
    <T extends Named> T named(Token name, Class<T> kind) {
        return kind.cast(all.get(key(name, kind)));
    }

    private static String key(Token name, Class<? extends Named> kind) {
        return kind.getSimpleName() + " " + name.getLine() + ":" + name.getCharPositionInLine();
    }

    Register register(RegisterItemContext item) {
        return registers.get(item);
    }

    private Expressions expressions() {
        return new Expressions(complaints, scope);
    }

    private void declare(Token name, Named named) {
        all.put(key(name, named.getClass()), named);
        declare(name, new Scope.Declared(named));
    }

    private void declare(Token name, Scope.Meaning meaning) {
        if (!scope.declare(Texts.name(name), meaning))
            complaints.add(name, "`" + name.getText() + "` is declared already", "another name");
        if (Types.word(Texts.name(name)).isPresent())
            complaints.add(name, "`" + name.getText() + "` is a type", "another name");
    }

    /// Constants and enumerations come first: sizes and addresses use them.
    void constants(DeviceItemContext item) {
        switch (item) {
            case ConstantContext c    -> declare(c.name, constant(c));
            case EnumerationContext e -> declare(e.name, enumeration(e));
            default                   -> { }
        }
    }

    private Named.Constant constant(ConstantContext c) {
        Type.Word type = types.word(c.type());
        OptionalLong value = expressions().constant(c.expression());
        value.ifPresent(v -> fits(c.expression(), v, type));
        return new Named.Constant(complaints.place(c.name), Texts.name(c.name), type, value.orElse(0),
            Texts.unquoted(c.title));
    }

    private void fits(ExpressionContext at, long value, Type.Word type) {
        expressions().fit(new Expression.Literal(value, Expressions.ADAPTS), type.bits(), at);
    }

    private Named.Enumeration enumeration(EnumerationContext e) {
        Type.Word type = types.word(e.type());
        List<Named.Enumeration.Value> values = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        for (EnumValueContext v : e.enumValue()) {
            OptionalLong value = expressions().constant(v.expression());
            if (value.isEmpty()) continue;
            fits(v.expression(), value.getAsLong(), type);
            if (!names.add(Texts.name(v.name)) || !numbers.add(value.getAsLong()))
                complaints.add(v, "`" + v.name.getText() + "` repeats a name or a value", "each once");
            values.add(new Named.Enumeration.Value(Texts.name(v.name), value.getAsLong(),
                Texts.unquoted(v.title)));
        }
        return new Named.Enumeration(complaints.place(e.name), Texts.name(e.name), type, values);
    }

    /// All other names.
    void names(DeviceItemContext item) {
        switch (item) {
            case StateContext s        -> declare(s.name, state(s));
            case InputContext i        -> declare(i.name, new Named.Input(complaints.place(i.name),
                Texts.name(i.name), types.word(i.type()), Texts.unquoted(i.title)));
            case OutputContext o       -> declare(o.name, output(o.name, o.type(), o.title));
            case InterruptContext i    -> declare(i.name, new Scope.Taken("an interrupt line"));
            case StepContext s         -> declare(s.name, new Scope.Taken("a step"));
            case EnvironmentContext e  -> declare(e.name, new Scope.Taken("a rule of the environment"));
            case BusContext b when b.name != null -> declare(b.name, new Scope.Taken("a bus"));
            case RegisterItemContext r -> register(r.register(), r);
            case FunctionContext f     -> declare(f.name, new Named.Function(complaints.place(f.name),
                Texts.name(f.name), types.parameters(f.parameters()), types.word(f.type()), LATER,
                Texts.unquoted(f.title)));
            case ActionContext a       -> declare(a.name, new Named.Action(complaints.place(a.name),
                Texts.name(a.name), types.parameters(a.parameters()), List.of(), Texts.unquoted(a.title)));
            case LayoutContext l       -> declare(l.name, layout(l));
            case SharedContext s       -> declare(s.name, shared(s));
            default                    -> { }
        }
    }

    private void register(RegisterContext r, RegisterItemContext item) {
        Register register = new Registers(complaints, scope).register(r);
        registers.put(item, register);
        declare(r.name, new Scope.OfRegister(register));
    }

    private Named.State state(StateContext s) {
        Type type = types.of(s.type());
        if (type instanceof Type.Stream)
            complaints.add(s.type(), "a state cannot be a stream", "output " + s.name.getText() + " : ...");
        return new Named.State(complaints.place(s.name), Texts.name(s.name), type, initial(s, type),
            Texts.unquoted(s.title));
    }

    private Optional<Long> initial(StateContext s, Type type) {
        if (s.expression() == null) return Optional.of(0L);
        if (s.expression() instanceof AnyContext) return Optional.empty();
        if (type instanceof Type.Queue)
            complaints.add(s.expression(), "a queue starts empty", ";");
        OptionalLong value = expressions().constant(s.expression());
        value.ifPresent(v -> fits(s.expression(), v, type.word()));
        return Optional.of(value.orElse(0));
    }

    private Named.Output output(Token name, TypeContext type, Token title) {
        Type is = types.of(type);
        if (is instanceof Type.Array || is instanceof Type.Queue)
            complaints.add(type, "an output cannot be " + is.text(), "a word or a stream");
        return new Named.Output(complaints.place(name), Texts.name(name), is, Texts.unquoted(title));
    }

    private Named.Shared shared(SharedContext s) {
        if (!(scope.find(Texts.name(s.form)).orElse(null) instanceof Scope.Declared(Named.Layout _)))
            complaints.addUnknown(s.form, "`" + s.form.getText() + "` is not a layout",
                "a layout, declared above");
        return new Named.Shared(complaints.place(s.name), Texts.name(s.name), Texts.name(s.form),
            Optional.ofNullable(s.count).map(_ -> LATER), LATER,
            s.owner().getText().equals("driver") ? Owner.DRIVER : Owner.DEVICE, Texts.unquoted(s.title));
    }

    private Named.Layout layout(LayoutContext l) {
        List<Named.Layout.Member> members = new ArrayList<>();
        long offset = 0;
        for (LayoutFieldContext f : Syntax.readable(l.layoutField(), complaints)) {
            Type type = types.of(f.type());
            checkMember(f, type, offset);
            List<Field> fields = f.field().stream().flatMap(x -> new Registers(complaints, scope)
                .field(x, type.word().bits(), Access.RW, Optional.of(0L)).stream()).toList();
            members.add(new Named.Layout.Member(complaints.place(f.name), Texts.name(f.name), type, offset,
                fields,
                Texts.unquoted(f.title)));
            offset += Named.Layout.size(type);
        }
        long aligned = l.aligned == null ? 1 : expressions().constant(l.aligned, 1, 1 << 20, "alignment")
            .orElse(1);
        if (Long.bitCount(aligned) != 1) complaints.add(l, "an alignment of " + aligned, "a power of two");
        return new Named.Layout(complaints.place(l.name), Texts.name(l.name), aligned, members,
            Texts.unquoted(l.title));
    }

    private void checkMember(LayoutFieldContext f, Type type, long offset) {
        int bits = type.word().bits();
        if (bits % 8 != 0 || Integer.bitCount(bits) != 1)
            complaints.add(f.type(), "`" + type.text() + "` does not lie in memory", "u8, u16, u32 or u64");
        else if (offset % (bits / 8) != 0)
            complaints.add(f, "`" + f.name.getText() + "` lies at byte " + offset + ", off its own alignment",
                "a multiple of " + bits / 8 + ": members that fill the gap");
    }
}
