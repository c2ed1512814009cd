package ashlar.drivergen.check;

import ashlar.drivergen.ast.Expression.BinaryOperator;
import ashlar.drivergen.ast.Expression.Literal;
import ashlar.drivergen.ast.Type.Word;

/// Arithmetic on words; the same for constants and for a device that runs.
public final class Folding {
    private Folding() { }

    static Literal of(BinaryOperator operator, Literal left, Literal right) {
        int bits = left.bits() == 0 ? 64 : left.bits();
        long value = value(operator, left.value(), right.value(), bits);
        return isTruth(operator) ? new Literal(value, 1) : new Literal(value, left.bits());
    }

    private static boolean isTruth(BinaryOperator operator) {
        return switch (operator) {
            case EQ, NE, LT, LE, GT, GE, AND, OR -> true;
            default -> false;
        };
    }

    /// Dividing by zero gives ones, as in SMT-LIB; the remainder is then the dividend.
    /// @param bits of the operands
    public static long value(BinaryOperator operator, long a, long b, int bits) {
        long value = switch (operator) {
            case MUL     -> a * b;
            case DIV     -> b == 0 ? -1L : Long.divideUnsigned(a, b);
            case REM     -> b == 0 ? a : Long.remainderUnsigned(a, b);
            case ADD     -> a + b;
            case SUB     -> a - b;
            case SHL     -> Long.compareUnsigned(b, 63) > 0 ? 0 : a << b;
            case SHR     -> Long.compareUnsigned(b, 63) > 0 ? 0 : a >>> b;
            case BIT_AND -> a & b;
            case BIT_XOR -> a ^ b;
            case BIT_OR  -> a | b;
            case EQ      -> truth(a == b);
            case NE      -> truth(a != b);
            case LT      -> truth(Long.compareUnsigned(a, b) < 0);
            case LE      -> truth(Long.compareUnsigned(a, b) <= 0);
            case GT      -> truth(Long.compareUnsigned(a, b) > 0);
            case GE      -> truth(Long.compareUnsigned(a, b) >= 0);
            case AND     -> a & b & 1;
            case OR      -> (a | b) & 1;
        };
        return value & Word.mask(bits);
    }

    private static long truth(boolean holds) {
        return holds ? 1 : 0;
    }
}
