package ashlar.drivergen.emit;

import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Expression.Range;
import ashlar.drivergen.ast.RegisterPart;
import ashlar.drivergen.ast.SharedPart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Expressions as they are written in a description.
public final class Formula {
    private Formula() { }

    public static String of(Expression e) {
        return switch (e) {
            case Expression.Literal l                    -> number(l.value());
            case Expression.Any _                        -> "any";
            case Expression.Hole _                       -> "??";
            case Expression.Local(String name, _)        -> name;
            case Expression.StateValue(String name, _)   -> name;
            case Expression.InputValue(String name, _)   -> name;
            case Expression.StreamValue(String name)     -> name;
            case Expression.ElementOf(String array, var index, _) -> array + "[" + of(index) + "]";
            case Expression.QueueQuery(var query, String queue, _) ->
                query.name().toLowerCase(Locale.ROOT) + "(" + queue + ")";
            case Expression.RegisterValue(var part, _)   -> part(part);
            case Expression.ReadRegister(var part, _)    -> "read " + part(part);
            case Expression.SharedValue(var part, _)     -> part(part);
            case Expression.Written _                    -> "written";
            case Expression.Old(var of, _)               -> "old(" + of(of) + ")";
            case Expression.Unary(var operator, var of, _) -> operator.text() + inner(of);
            case Expression.Binary(var operator, var left, var right, _) ->
                inner(left) + " " + operator.text() + " " + inner(right);
            case Expression.Slice(var of, int high, int low) ->
                inner(of) + "[" + (high == low ? high : high + ":" + low) + "]";
            case Expression.Convert(var of, int bits)    -> "u" + bits + "(" + of(of) + ")";
            case Expression.Choice(var c, var yes, var no, _) ->
                "if " + of(c) + " then " + of(yes) + " else " + of(no);
            case Expression.Member(var of, var ranges)   -> inner(of) + " in { " + ranges(ranges) + " }";
            case Expression.Apply(String f, var arguments, _) -> f + "(" + list(arguments) + ")";
            case Expression.Load(var address, int bits)  -> "load" + bits + "(" + of(address) + ")";
            case Expression.ListOf(var elements)         -> "[" + list(elements) + "]";
            case Expression.Append(var left, var right)  -> inner(left) + " ++ " + inner(right);
        };
    }

    /// In brackets, if it has an operator.
    private static String inner(Expression e) {
        return switch (e) {
            case Expression.Binary _, Expression.Choice _, Expression.Append _, Expression.Member _ ->
                "(" + of(e) + ")";
            default -> of(e);
        };
    }

    private static String list(List<Expression> values) {
        return values.stream().map(Formula::of).collect(Collectors.joining(", "));
    }

    private static String ranges(List<Range> ranges) {
        return ranges.stream().map(r -> r.low() == r.high() ? number(r.low()) : number(r.low()) + ".."
            + number(r.high())).collect(Collectors.joining(", "));
    }

    /// Decimal when it is small, else hexadecimal.
    public static String number(long value) {
        return value >= 0 && value < 10 ? Long.toString(value) : "0x" + Long.toHexString(value);
    }

    static String part(RegisterPart part) {
        return part.register() + index(part.index()) + part.field().map(f -> "." + f).orElse("");
    }

    private static String part(SharedPart part) {
        return part.shared() + index(part.index()) + part.field().map(f -> "." + f).orElse("");
    }

    private static String index(Optional<Expression> index) {
        return index.map(i -> "[" + of(i) + "]").orElse("");
    }
}
