package ashlar.drivergen.check;

import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Expression.BinaryOperator;
import ashlar.drivergen.ast.Type.Word;

/// Computes words; what an expression takes from a device is asked of somebody else.
public final class Evaluation {
    /// What a device holds.
    public interface Source {
        /// @param leaf reads a state, a register, memory, an input or a variable, or is any value
        long value(Expression leaf);
    }

    private Evaluation() { }

    public static long value(Expression e, Source source) {
        return switch (e) {
            case Expression.Literal l -> l.value();
            case Expression.Unary(var operator, var of, int bits) -> Word.mask(bits) & switch (operator) {
                case NOT, COMPLEMENT -> ~value(of, source);
                case NEGATE          -> -value(of, source);
            };
            case Expression.Binary b -> binary(b, source);
            case Expression.Slice(var of, int high, int low) ->
                value(of, source) >>> low & Word.mask(high - low + 1);
            case Expression.Convert(var of, int bits) -> value(of, source) & Word.mask(bits);
            case Expression.Choice(var condition, var yes, var no, _) ->
                value(value(condition, source) != 0 ? yes : no, source);
            case Expression.Member(var of, var ranges) -> {
                long value = value(of, source);
                yield ranges.stream().anyMatch(r -> Long.compareUnsigned(r.low(), value) <= 0
                    && Long.compareUnsigned(value, r.high()) <= 0) ? 1 : 0;
            }
            default -> source.value(e);
        };
    }

    /// The right side of `and` and `or` is left alone if the left side decides.
    private static long binary(Expression.Binary b, Source source) {
        long left = value(b.left(), source);
        if (b.operator() == BinaryOperator.AND && left == 0) return 0;
        if (b.operator() == BinaryOperator.OR && left != 0) return 1;
        return Folding.value(b.operator(), left, value(b.right(), source), b.left().bits());
    }
}
