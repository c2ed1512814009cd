package ashlar.drivergen.ast;

import java.util.List;

/// A typed expression: names are resolved, widths are known. Words have no sign and wrap at their width.
public sealed interface Expression {
    /// The width of the value; 0 for a sequence.
    int bits();

    record Literal(long value, int bits) implements Expression { }

    /// Any value at all: each choice must be coped with.
    record Any(int bits) implements Expression { }

    /// A value that synthesis is to find.
    record Hole(int bits) implements Expression { }

    /// A parameter, the variable of a loop, or a name given by let.
    record Local(String name, int bits) implements Expression { }

    record StateValue(String name, int bits) implements Expression { }

    record InputValue(String name, int bits) implements Expression { }

    record ElementOf(String array, Expression index, int bits) implements Expression { }

    /// What can be asked about a queue; HEAD needs one that is not empty.
    enum Query { EMPTY, FULL, SIZE, HEAD, POP }

    record QueueQuery(Query query, String queue, int bits) implements Expression { }

    /// A register or a field of it, as the device holds it; reading it so has no effect.
    record RegisterValue(RegisterPart part, int bits) implements Expression { }

    /// A register or a field of it, as the driver reads it over the bus.
    record ReadRegister(RegisterPart part, int bits) implements Expression { }

    /// The word that is being written.
    record Written(int bits) implements Expression { }

    /// A value as it was before the access, or before the operation.
    record Old(Expression of, int bits) implements Expression { }

    enum UnaryOperator {
        NOT("not "), COMPLEMENT("~"), NEGATE("-");

        private final String text;

        UnaryOperator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    record Unary(UnaryOperator operator, Expression of, int bits) implements Expression { }

    enum BinaryOperator {
        MUL("*"), DIV("/"), REM("%"), ADD("+"), SUB("-"), SHL("<<"), SHR(">>"), BIT_AND("&"), BIT_XOR("^"),
        BIT_OR("|"), EQ("=="), NE("!="), LT("<"), LE("<="), GT(">"), GE(">="), AND("and"), OR("or");

        private final String text;

        BinaryOperator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        public static BinaryOperator of(String text) {
            for (BinaryOperator o : values())
                if (o.text.equals(text)) return o;
            throw new IllegalArgumentException(text);
        }
    }

    record Binary(BinaryOperator operator, Expression left, Expression right, int bits)
        implements Expression { }

    record Slice(Expression of, int high, int low) implements Expression {
        @Override public int bits() {
            return high - low + 1;
        }
    }

    /// Cut or filled with zeros.
    record Convert(Expression of, int bits) implements Expression { }

    record Choice(Expression condition, Expression yes, Expression no, int bits) implements Expression { }

    /// Whether a value lies in one of the ranges, bounds included.
    record Member(Expression of, List<Range> ranges) implements Expression {
        public Member {
            ranges = List.copyOf(ranges);
        }

        @Override public int bits() {
            return 1;
        }
    }

    record Range(long low, long high) { }

    /// A function of the device.
    record Apply(String function, List<Expression> arguments, int bits) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
        }
    }

    /// A word in memory that the device masters.
    record Load(Expression address, int bits) implements Expression { }

    /// A field of an element that driver and device share.
    record SharedValue(SharedPart part, int bits) implements Expression { }

    /// All that was sent over an output.
    record StreamValue(String output) implements Expression {
        @Override public int bits() {
            return 0;
        }
    }

    record ListOf(List<Expression> elements) implements Expression {
        public ListOf {
            elements = List.copyOf(elements);
        }

        @Override public int bits() {
            return 0;
        }
    }

    record Append(Expression left, Expression right) implements Expression {
        @Override public int bits() {
            return 0;
        }
    }
}
