package ashlar.drivergen.check;

import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Expression.Any;
import ashlar.drivergen.ast.Expression.Literal;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.RegisterPart;
import ashlar.drivergen.ast.SharedPart;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.grammar.DeviceSpecParser.*;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.antlr.v4.runtime.Token;

/// What names, elements and parts stand for.
final class Names {
    private final Complaints complaints;
    private final Scope scope;
    private final Expressions expressions;

    Names(Complaints complaints, Scope scope, Expressions expressions) {
        this.complaints = complaints;
        this.scope = scope;
        this.expressions = expressions;
    }

    /// A name, perhaps with an index, perhaps with a part.
    record Path(Token name, ExpressionContext index, Token part) { }

    static Path path(TargetContext t) {
        return new Path(t.name, t.index, t.part);
    }

    Optional<Scope.Meaning> meaning(Token name, String expected) {
        Optional<Scope.Meaning> meaning = scope.find(Texts.name(name));
        if (meaning.isEmpty())
            complaints.addUnknown(name, "`" + name.getText() + "` is not declared",
                Nearest.to(Texts.name(name),
                scope.all()).map(near -> expected + "; perhaps " + near).orElse(expected));
        return meaning;
    }

    Expression wrong(Token at, String wrong, String expected) {
        complaints.add(at, wrong, expected);
        return new Any(Expressions.ADAPTS);
    }

    Expression name(Token name) {
        return value(new Path(name, null, null));
    }

    Expression part(PartContext p) {
        if (p.expression() instanceof NameContext n) return value(new Path(n.name, null, p.part));
        if (p.expression() instanceof IndexContext i && i.low == null
            && i.expression(0) instanceof NameContext n
            && isArray(n.name))
            return value(new Path(n.name, i.high, p.part));
        Expression whole = expressions.infer(p.expression());
        if (whole instanceof Expression.SharedValue(SharedPart inner, _)) return bitsOf(whole, inner, p.part);
        return wrong(p.part, "this has no part `" + p.part.getText() + "`", "a register, or what is shared");
    }

    /// Bits with a name, in a member of a layout.
    private Expression bitsOf(Expression whole, SharedPart inner, Token part) {
        if (!(scope.find(inner.shared()).orElseThrow() instanceof Scope.Declared(Named.Shared s))
            || !(scope.find(s.layout()).orElseThrow() instanceof Scope.Declared(Named.Layout layout)))
            return new Any(Expressions.ADAPTS);
        List<Field> fields = layout.member(inner.field().orElseThrow()).orElseThrow().fields();
        return fields.stream().filter(f -> f.name().equals(Texts.name(part))).findFirst()
            .<Expression>map(f -> new Expression.Slice(whole, f.high(), f.low()))
            .orElseGet(() -> wrong(part, "there are no bits `" + part.getText() + "`", named(fields)));
    }

    private static String named(List<Field> fields) {
        return "one of " + String.join(", ", fields.stream().map(Field::name).distinct().toList());
    }

    Expression index(IndexContext i) {
        if (i.low == null && i.expression(0) instanceof NameContext n && isArray(n.name))
            return value(new Path(n.name, i.high, null));
        Expression of = expressions.infer(i.expression(0));
        OptionalLong high = expressions.constant(i.high, 0, 63, "bit");
        OptionalLong low = i.low == null ? high : expressions.constant(i.low, 0, 63, "bit");
        if (high.isEmpty() || low.isEmpty() || of instanceof Any) return new Any(Expressions.ADAPTS);
        if (high.getAsLong() < low.getAsLong() || high.getAsLong() >= of.bits() && of.bits() != 0)
            return expressions.wrong(i, "there are no bits " + high.getAsLong() + " to " + low.getAsLong()
                + " in a word of " + of.bits() + " bits", "[high:low]");
        return new Expression.Slice(of, (int) high.getAsLong(), (int) low.getAsLong());
    }

    private boolean isArray(Token name) {
        return scope.find(Texts.name(name)).map(m -> switch (m) {
            case Scope.OfRegister(Register r) -> r.isArray();
            case Scope.Declared(Named.State s) -> s.type() instanceof Type.Array;
            case Scope.Declared(Named.Shared s) -> s.count().isPresent();
            default -> false;
        }).orElse(false);
    }

    private Expression value(Path p) {
        Optional<Scope.Meaning> meaning = meaning(p.name, "a name of this device, or a variable");
        if (meaning.isEmpty()) return new Any(Expressions.ADAPTS);
        return switch (meaning.get()) {
            case Scope.LocalName(int bits, var readAs) -> local(p, bits, readAs);
            case Scope.OfRegister(Register r) -> registerValue(p, r);
            case Scope.Declared(Named named) -> declared(p, named);
            case Scope.Taken(String what) -> wrong(p.name, "`" + p.name.getText() + "` is " + what,
                "a value");
        };
    }

    private Expression local(Path p, int bits, Optional<Register> readAs) {
        var local = new Expression.Local(Texts.name(p.name), bits);
        if (p.part == null) return local;
        if (readAs.isEmpty()) return wrong(p.part, "`" + p.name.getText() + "` is a word, without parts",
            "what was read from a register");
        return expressions.slice(local, readAs.get(), p.part);
    }

    private Expression registerValue(Path p, Register r) {
        if (scope.kind() == Scope.Kind.BODY)
            return wrong(p.name, "a driver sees registers only by reading them", "read " + p.name.getText());
        return registerPart(p, r).<Expression>map(part -> new Expression.RegisterValue(part, bits(r, part)))
            .orElse(new Any(Expressions.ADAPTS));
    }

    static int bits(Register r, RegisterPart part) {
        return part.field().flatMap(r::field).map(Field::bits).orElse(r.bits());
    }

    /// What is read over the bus.
    Expression read(TargetContext t) {
        if (scope.kind() != Scope.Kind.BODY)
            return wrong(t.start, "only drivers read over the bus", "the register without `read`");
        Optional<Register> register = register(t.name);
        if (register.isEmpty()) return new Any(Expressions.ADAPTS);
        if (!register.get().access().readable())
            return wrong(t.start, t.name.getText() + " cannot be read", "a register that is ro or rw");
        return registerPart(path(t), register.get())
            .<Expression>map(part -> new Expression.ReadRegister(part, bits(register.get(), part)))
            .orElse(new Any(Expressions.ADAPTS));
    }

    Optional<Register> register(Token name) {
        Optional<Scope.Meaning> meaning = meaning(name, "a register");
        if (meaning.isEmpty()) return Optional.empty();
        if (meaning.get() instanceof Scope.OfRegister(Register r)) return Optional.of(r);
        complaints.add(name, "`" + name.getText() + "` is not a register", "a register");
        return Optional.empty();
    }

    Optional<RegisterPart> registerPart(Path p, Register r) {
        if (r.isArray() != (p.index != null)) {
            complaints.add(p.name, r.isArray() ? "`" + r.name() + "` is an array" : "`" + r.name()
                + "` is one register",
                r.isArray() ? r.name() + "[index]" : r.name());
            return Optional.empty();
        }
        if (p.part != null && field(r, p.part).isEmpty()) return Optional.empty();
        return Optional.of(new RegisterPart(r.name(), Optional.ofNullable(p.index).map(this::elementIndex),
            Optional.ofNullable(p.part).map(Texts::name)));
    }

    /// An index may have any width.
    Expression elementIndex(ExpressionContext e) {
        Expression index = expressions.infer(e);
        return index.bits() == Expressions.ADAPTS ? expressions.fit(index, 32, e) : index;
    }

    Optional<Field> field(Register r, Token part) {
        Optional<Field> field = r.field(Texts.name(part)).filter(f -> !f.isReserved());
        if (field.isEmpty())
            complaints.addUnknown(part, r.name() + " has no field `" + part.getText() + "`",
                named(r.fields()));
        return field;
    }

    private Expression declared(Path p, Named named) {
        if (named instanceof Named.Enumeration e) return enumerated(p, e);
        if (named instanceof Named.Shared s)
            return sharedPart(p, s).map(part -> sharedValue(p, s, part)).orElse(new Any(Expressions.ADAPTS));
        if (p.part != null) return wrong(p.part, "`" + p.name.getText() + "` has no parts", p.name.getText());
        return switch (named) {
            case Named.Constant c -> new Literal(c.value(), Expressions.ADAPTS);
            case Named.Input i    -> new Expression.InputValue(i.name(), i.type().bits());
            case Named.Given g    -> new Expression.Local(g.name(), g.type().bits());
            case Named.Output o   -> output(p, o);
            case Named.State s    -> state(p, s);
            default -> wrong(p.name, "`" + p.name.getText() + "` is not a value", "a value");
        };
    }

    private Expression output(Path p, Named.Output o) {
        return o.type() instanceof Type.Stream ? new Expression.StreamValue(o.name())
            : o.type() instanceof Type.Word w ? new Expression.StateValue(o.name(), w.bits())
            : wrong(p.name, "this output is neither a word nor a stream", "a value");
    }

    private Expression state(Path p, Named.State s) {
        return switch (s.type()) {
            case Type.Word w when p.index == null -> new Expression.StateValue(s.name(), w.bits());
            case Type.Array(var of, _) when p.index != null ->
                new Expression.ElementOf(s.name(), elementIndex(p.index), of.bits());
            default -> wrong(p.name, "`" + s.name() + "` is " + s.type().text(),
                s.type() instanceof Type.Queue ? "full(q), empty(q), size(q), head(q) or pop(q)"
                    : "an element");
        };
    }

    private Expression enumerated(Path p, Named.Enumeration e) {
        if (p.part == null) return wrong(p.name, "`" + e.name() + "` is a type", e.name() + ".value");
        return e.values().stream().filter(v -> v.name().equals(Texts.name(p.part))).findFirst()
            .<Expression>map(v -> new Literal(v.value(), Expressions.ADAPTS))
            .orElseGet(() -> wrong(p.part, e.name() + " has no value `" + p.part.getText() + "`", "one of "
                + String.join(", ", e.values().stream().map(Named.Enumeration.Value::name).toList())));
    }

    Optional<SharedPart> sharedPart(Path p, Named.Shared s) {
        if (s.count().isPresent() != (p.index != null)) {
            wrong(p.name, "`" + s.name() + "` is " + (p.index == null ? "an array" : "no array"), s.name()
                + (p.index == null ? "[index]" : ""));
            return Optional.empty();
        }
        if (p.part != null && memberBits(s, Texts.name(p.part)).isEmpty()) {
            wrong(p.part, s.layout() + " has no word `" + p.part.getText() + "`", "a member of the layout");
            return Optional.empty();
        }
        return Optional.of(new SharedPart(s.name(), Optional.ofNullable(p.index).map(this::elementIndex),
            Optional.ofNullable(p.part).map(Texts::name)));
    }

    private Expression sharedValue(Path p, Named.Shared s, SharedPart part) {
        return part.field().flatMap(f -> memberBits(s, f))
            .<Expression>map(bits -> new Expression.SharedValue(part, bits))
            .orElseGet(() -> wrong(p.name, "`" + s.name() + "` is a structure", s.name() + ".member"));
    }

    Optional<Integer> memberBits(Named.Shared s, String member) {
        return scope.find(s.layout()).flatMap(m -> m instanceof Scope.Declared(Named.Layout l)
            ? l.member(member).map(x -> x.type().word().bits()) : Optional.empty());
    }
}
