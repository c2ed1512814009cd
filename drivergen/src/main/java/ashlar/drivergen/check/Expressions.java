package ashlar.drivergen.check;

import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Expression.Any;
import ashlar.drivergen.ast.Expression.Binary;
import ashlar.drivergen.ast.Expression.BinaryOperator;
import ashlar.drivergen.ast.Expression.Literal;
import ashlar.drivergen.ast.Expression.UnaryOperator;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Type.Word;
import ashlar.drivergen.grammar.DeviceSpecParser.*;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/// Resolves names and widths of expressions. What cannot be resolved is complained of once, and becomes a
/// value that fits everywhere.
final class Expressions {
    /// The width of what fits everywhere: numbers, `any`, and what is wrong already.
    static final int ADAPTS = 0;

    private final Complaints complaints;
    private final Scope scope;
    private final Names names;

    Expressions(Complaints complaints, Scope scope) {
        this.complaints = complaints;
        this.scope = scope;
        this.names = new Names(complaints, scope, this);
    }

    Complaints complaints() {
        return complaints;
    }

    Names names() {
        return names;
    }

    /// With as many bits as wanted.
    Expression of(ExpressionContext e, int bits) {
        return fit(infer(e), bits, e);
    }

    Expression truth(ExpressionContext e) {
        return of(e, 1);
    }

    /// A number that is known now.
    OptionalLong constant(ExpressionContext e) {
        Expression value = infer(e);
        if (value instanceof Literal(long number, _)) return OptionalLong.of(number);
        if (!(value instanceof Any)) complaints.add(e, "this is not known before the device runs",
            "a number, or a constant of the device");
        return OptionalLong.empty();
    }

    /// A number within bounds.
    OptionalLong constant(ExpressionContext e, long low, long high, String what) {
        OptionalLong value = constant(e);
        if (value.isEmpty() || value.getAsLong() >= low && value.getAsLong() <= high) return value;
        complaints.add(e, what + " " + Long.toUnsignedString(value.getAsLong()) + " is out of range",
            low + " to " + high);
        return OptionalLong.empty();
    }

    Expression wrong(ParserRuleContext at, String wrong, String expected) {
        complaints.add(at, wrong, expected);
        return new Any(ADAPTS);
    }

    static boolean isSequence(Expression e) {
        return e instanceof Expression.StreamValue || e instanceof Expression.ListOf
            || e instanceof Expression.Append;
    }

    private static boolean adapts(Expression e) {
        return e.bits() == ADAPTS && !isSequence(e);
    }

    /// Gives what adapts its width; complains of another width.
    Expression fit(Expression e, int bits, ParserRuleContext at) {
        if (isSequence(e)) return wrong(at, "this is a sequence", "a word of " + bits + " bits");
        if (e.bits() == bits || bits == ADAPTS) return e;
        return switch (e) {
            case Literal(long value, int has) when has == ADAPTS -> literal(value, bits, at);
            case Any(int has) when has == ADAPTS             -> new Any(bits);
            case Expression.Hole(int has) when has == ADAPTS -> new Expression.Hole(bits);
            case Expression.Choice(var c, var yes, var no, int has) when has == ADAPTS ->
                new Expression.Choice(c, fit(yes, bits, at), fit(no, bits, at), bits);
            default -> wrong(at, "this has " + width(e.bits()), width(bits) + (bits > e.bits()
                ? ", as u" + bits + "(...) makes it" : ", as [" + (bits - 1) + ":0] cuts it"));
        };
    }

    private static String width(int bits) {
        return bits == 1 ? "1 bit" : bits + " bits";
    }

    private Expression literal(long value, int bits, ParserRuleContext at) {
        if ((value & ~Word.mask(bits)) != 0)
            return wrong(at, Long.toUnsignedString(value) + " does not fit into " + width(bits),
                "0 to " + Long.toUnsignedString(Word.mask(bits)));
        return new Literal(value, bits);
    }

    /// With its own width, or one that adapts.
    Expression infer(ExpressionContext e) {
        if (e == null || Syntax.hasErrors(e)) return new Any(ADAPTS);
        return switch (e) {
            case NumberContext n  -> number(n);
            case TruthContext t   -> new Literal(t.value.getText().equals("true") ? 1 : 0, 1);
            case AnyContext _     -> new Any(ADAPTS);
            case HoleContext _    -> scope.kind() == Scope.Kind.BODY ? new Expression.Hole(ADAPTS)
                : wrong(e, "`??` stands outside of a driver's body", "a value");
            case WrittenContext w -> written(w);
            case OldContext o     -> old(o);
            case ReadExpressionContext r -> names.read(r.target());
            case CallContext c    -> new Calls(this).call(c);
            case NameContext n    -> names.name(n.name);
            case GroupContext g   -> infer(g.expression());
            case ListContext l    -> new Expression.ListOf(l.arguments() == null ? List.of()
                : l.arguments().expression().stream().map(this::element).toList());
            case PartContext p    -> names.part(p);
            case IndexContext i   -> names.index(i);
            case UnaryContext u   -> unary(u);
            case BinaryContext b  -> binary(b);
            case AppendContext a  -> new Expression.Append(sequence(a.expression(0)),
                sequence(a.expression(1)));
            case MemberContext m  -> member(m);
            case ChoiceContext c  -> choice(c);
            default -> throw new IllegalStateException(e.getText());
        };
    }

    private Expression element(ExpressionContext e) {
        Expression element = infer(e);
        return isSequence(element) ? wrong(e, "this is a sequence", "a word") : element;
    }

    private Expression sequence(ExpressionContext e) {
        Expression value = infer(e);
        return isSequence(value) || value instanceof Any || value instanceof Expression.Old ? value
            : wrong(e, "this is a word", "a sequence: an output, or [...]");
    }

    private Expression number(NumberContext n) {
        try {
            return new Literal(Texts.number(n.getText()), ADAPTS);
        } catch (NumberFormatException _) {
            return wrong(n, n.getText() + " is not a number of 64 bits", "digits, 0x... or 0b...");
        }
    }

    private Expression written(WrittenContext w) {
        if (scope.written().isEmpty())
            return wrong(w, "nothing is written here",
                "`written` in a rule on writing, or in `require write`");
        Register register = scope.written().get();
        Expression word = new Expression.Written(register.bits());
        return w.part == null ? word : slice(word, register, w.part);
    }

    /// The field that a word of a register's shape has.
    Expression slice(Expression word, Register register, Token part) {
        Optional<Field> field = names.field(register, part);
        if (field.isEmpty()) return new Any(ADAPTS);
        return new Expression.Slice(word, field.get().high(), field.get().low());
    }

    private Expression old(OldContext o) {
        if (scope.kind() != Scope.Kind.WRITE_RULE && scope.kind() != Scope.Kind.CONTRACT)
            return wrong(o, "there is no earlier state here", "`old` in a rule on writing, or in a promise");
        Expression value = infer(o.expression());
        return new Expression.Old(value, value.bits());
    }

    private Expression unary(UnaryContext u) {
        if (u.op == null) return new Expression.Unary(UnaryOperator.NOT, truth(u.expression()), 1);
        Expression of = infer(u.expression());
        if (adapts(of) || isSequence(of))
            return of instanceof Any ? of : wrong(u, "the width of this is not known",
                "a word, as in ~u8(1)");
        return new Expression.Unary(u.op.getText().equals("~") ? UnaryOperator.COMPLEMENT
            : UnaryOperator.NEGATE,
            of, of.bits());
    }

    private Expression binary(BinaryContext b) {
        BinaryOperator operator = BinaryOperator.of(b.op.getText());
        return switch (operator) {
            case AND, OR -> new Binary(operator, truth(b.expression(0)), truth(b.expression(1)), 1);
            case SHL, SHR -> shift(operator, b);
            case EQ, NE, LT, LE, GT, GE -> compare(operator, b);
            default -> arithmetic(operator, b);
        };
    }

    private Expression shift(BinaryOperator operator, BinaryContext b) {
        Expression left = infer(b.expression(0));
        Expression right = infer(b.expression(1));
        if (left instanceof Literal l && right instanceof Literal r) return Folding.of(operator, l, r);
        if (adapts(left) && !(left instanceof Any))
            return wrong(b, "the width of what is shifted is not known", "a word, as in u8(1) << n");
        return new Binary(operator, left, adapts(right) ? fit(right, 8, b.expression(1)) : right,
            left.bits());
    }

    private Expression compare(BinaryOperator operator, BinaryContext b) {
        Expression left = infer(b.expression(0));
        Expression right = infer(b.expression(1));
        if (isSequence(left) || left instanceof Expression.Old(var of, _) && isSequence(of))
            return new Binary(operator, left, sequence(b.expression(1)), 1);
        return same(operator, left, right, b, true);
    }

    private Expression arithmetic(BinaryOperator operator, BinaryContext b) {
        return same(operator, infer(b.expression(0)), infer(b.expression(1)), b, false);
    }

    /// Both sides get one width.
    private Expression same(BinaryOperator operator, Expression left, Expression right, BinaryContext b,
                            boolean truth) {
        if (left instanceof Literal l && right instanceof Literal r
            && (adapts(l) && adapts(r) || l.bits() == r.bits()))
            return Folding.of(operator, l, r);
        if (adapts(left)) left = fit(left, right.bits(), b.expression(0));
        else right = fit(right, left.bits(), b.expression(1));
        return new Binary(operator, left, right, truth ? 1 : left.bits());
    }

    private Expression member(MemberContext m) {
        Expression of = infer(m.expression());
        if (adapts(of)) return wrong(m, "the width of this is not known", "a word");
        List<Expression.Range> ranges = m.range().stream().flatMap(r -> range(r, of.bits()).stream())
            .toList();
        return new Expression.Member(of, ranges);
    }

    private Optional<Expression.Range> range(RangeContext r, int bits) {
        OptionalLong low = constantOf(r.low, bits);
        OptionalLong high = r.high == null ? low : constantOf(r.high, bits);
        if (low.isEmpty() || high.isEmpty()) return Optional.empty();
        if (Long.compareUnsigned(low.getAsLong(), high.getAsLong()) > 0)
            complaints.add(r, "this range is empty", "the lower bound first");
        return Optional.of(new Expression.Range(low.getAsLong(), high.getAsLong()));
    }

    private OptionalLong constantOf(ExpressionContext e, int bits) {
        OptionalLong value = constant(e);
        if (value.isPresent()) literal(value.getAsLong(), bits, e);
        return value;
    }

    private Expression choice(ChoiceContext c) {
        Expression condition = truth(c.condition);
        Expression yes = infer(c.yes);
        Expression no = infer(c.no);
        if (adapts(yes)) yes = fit(yes, no.bits(), c.yes);
        else no = fit(no, yes.bits(), c.no);
        return new Expression.Choice(condition, yes, no, yes.bits());
    }
}
