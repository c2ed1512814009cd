package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Expression.BinaryOperator;
import ashlar.drivergen.check.Folding;
import ashlar.drivergen.grammar.SystemRdlParser.*;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values of SystemRDL expressions: Long, Boolean or String; what refers to the design is its text.
final class RdlValues {
    /// A reference, or what a property may be: rw, woclr, a path.
    record Word(String text) { }

    private final RdlScope scope;

    RdlValues(RdlScope scope) {
        this.scope = scope;
    }

    static String name(NameContext n) {
        String text = n.getText();
        return text.startsWith("\\") ? text.substring(1) : text;
    }

    static String string(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"").replaceAll("\\s+", " ");
    }

    static long number(String text) {
        String s = text.replace("_", "");
        int quote = s.indexOf('\'');
        if (quote < 0) return SvdNumbers.number(s);
        int radix = switch (Character.toLowerCase(s.charAt(quote + 1))) {
            case 'b' -> 2;
            case 'd' -> 10;
            default  -> 16;
        };
        return Long.parseUnsignedLong(s.substring(quote + 2), radix);
    }

    Object value(ExpressionContext e) {
        return switch (e) {
            case NumberContext n     -> number(n.getText());
            case StringContext s     -> string(s.getText());
            case TruthContext t      -> t.value.getText().equals("true");
            case GroupContext g      -> value(g.expression());
            case CastContext c       -> cast(c);
            case ArrayLiteralContext a -> a.expression().stream().map(this::value).toList();
            case EnumeratorContext x -> scope.enumerator(name(x.owner), name(x.of)).<Object>map(v -> v)
                .orElse(new Word(x.getText()));
            case ReferenceContext r  -> reference(r);
            case UnaryContext u      -> unary(u);
            case BinaryContext b     -> binary(b);
            case ChoiceContext c     -> value(truth(value(c.condition)) ? c.yes : c.no);
            default                  -> new Word(e.getText());
        };
    }

    /// A parameter, or an element of one; else it stays a word.
    private Object reference(ReferenceContext r) {
        HopContext first = r.path().hop(0);
        Optional<Object> parameter = scope.parameter(name(first.id));
        if (parameter.isEmpty() || r.path().hop().size() > 1) return new Word(r.getText());
        Object value = parameter.get();
        for (DimensionContext d : first.dimension()) {
            long index = number(value(d.expression())).orElse(-1L);
            if (!(value instanceof List<?> list) || index < 0
                || index >= list.size()) return new Word(r.getText());
            value = list.get((int) index);
        }
        return value;
    }

    private Object cast(CastContext c) {
        Object value = value(c.expression());
        if (c.typeName() != null && c.typeName().getText().equals("boolean")) return truth(value);
        return value instanceof Boolean b ? (b ? 1L : 0L) : value;
    }

    static boolean truth(Object value) {
        return Boolean.TRUE.equals(value) || value instanceof Long n && n != 0;
    }

    static Optional<Long> number(Object value) {
        return value instanceof Long n ? Optional.of(n) : value instanceof Boolean b
            ? Optional.of(b ? 1L : 0L)
            : Optional.empty();
    }

    private Object unary(UnaryContext u) {
        Object value = value(u.expression());
        Optional<Long> n = number(value);
        if (n.isEmpty()) return new Word(u.getText());
        return switch (u.op.getText()) {
            case "!" -> !truth(value);
            case "~" -> ~n.get();
            case "-" -> -n.get();
            case "+" -> n.get();
            case "|" -> n.get() != 0 ? 1L : 0L;
            case "^" -> (long) Long.bitCount(n.get()) & 1;
            default  -> new Word(u.getText());
        };
    }

    private static final Map<String, BinaryOperator> OPERATORS = Map.ofEntries(
        Map.entry("*", BinaryOperator.MUL), Map.entry("/", BinaryOperator.DIV),
            Map.entry("%", BinaryOperator.REM),
        Map.entry("+", BinaryOperator.ADD), Map.entry("-", BinaryOperator.SUB),
            Map.entry("<<", BinaryOperator.SHL),
        Map.entry(">>", BinaryOperator.SHR), Map.entry("&", BinaryOperator.BIT_AND),
        Map.entry("^", BinaryOperator.BIT_XOR), Map.entry("|", BinaryOperator.BIT_OR),
        Map.entry("<", BinaryOperator.LT), Map.entry("<=", BinaryOperator.LE),
            Map.entry(">", BinaryOperator.GT),
        Map.entry(">=", BinaryOperator.GE));

    private Object binary(BinaryContext b) {
        Object left = value(b.expression(0));
        Object right = value(b.expression(1));
        String op = b.op.getText();
        switch (op) {
            case "&&" -> {
                return truth(left) && truth(right);
            }
            case "||" -> {
                return truth(left) || truth(right);
            }
            case "==" -> {
                return left.equals(right);
            }
            case "!=" -> {
                return !left.equals(right);
            }
            default   -> { }
        }
        Optional<Long> l = number(left);
        Optional<Long> r = number(right);
        if (l.isEmpty() || r.isEmpty()) return new Word(b.getText());
        if (op.equals("**")) return (long) Math.pow(l.get(), r.get());
        if (!OPERATORS.containsKey(op)) return ~(l.get() ^ r.get());
        long value = Folding.value(OPERATORS.get(op), l.get(), r.get(), 64);
        return op.startsWith("<") && !op.equals("<<") || op.startsWith(">") && !op.equals(">>") ? value != 0
            : value;
    }
}
