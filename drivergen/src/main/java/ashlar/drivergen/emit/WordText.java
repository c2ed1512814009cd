package ashlar.drivergen.emit;

import ashlar.drivergen.ast.Bus;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Expression.BinaryOperator;
import ashlar.drivergen.ast.Expression.UnaryOperator;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.RegisterPart;
import ashlar.drivergen.ast.Statement;
import ashlar.drivergen.check.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Expressions of a driver's body.
final class WordText {
    private final Device device;
    private final Dialect dialect;
    private final Set<String> used = new TreeSet<>();

    WordText(Device device, Dialect dialect) {
        this.device = device;
        this.dialect = dialect;
    }

    /// The constants that were needed.
    Set<String> used() {
        return used;
    }

    private String use(String constant) {
        used.add(constant);
        return constant;
    }

    static Set<String> locals(Expression e) {
        Set<String> names = new LinkedHashSet<>();
        Walk.expressions(e, x -> {
            if (x instanceof Expression.Local(String name, _)) names.add(name);
        });
        return names;
    }

    /// The buses that statements reach, as parameters name them.
    static List<String> buses(Device device, List<Statement> block) {
        Set<String> reached = new LinkedHashSet<>();
        Walk.statements(block, s -> {
            if (s instanceof Statement.WriteRegister w) reached.add(busOf(device, w.part()));
            if (s instanceof Statement.WriteFields w) reached.add(busOf(device, w.part()));
            Walk.expressions(s).forEach(e -> reached.addAll(buses(device, e)));
        });
        return device.buses().stream().map(b -> b.name().isEmpty() ? "base" : b.name())
            .filter(reached::contains).toList();
    }

    static List<String> buses(Device device, Expression e) {
        List<String> reached = new ArrayList<>();
        Walk.expressions(e, x -> {
            if (x instanceof Expression.ReadRegister(var part, _)) reached.add(busOf(device, part));
        });
        return reached.stream().distinct().toList();
    }

    private static String busOf(Device device, RegisterPart part) {
        String name = device.bus(device.register(part.register()).orElseThrow().bus()).orElseThrow().name();
        return name.isEmpty() ? "base" : name;
    }

    private Register register(RegisterPart part) {
        return device.register(part.register()).orElseThrow();
    }

    boolean isPort(Register r) {
        return device.bus(r.bus()).orElseThrow().kind() == Bus.Kind.PORT;
    }

    String address(RegisterPart part) {
        Register r = register(part);
        String first = busOf(device, part) + " + " + use(Constants.of(r));
        return part.index().map(i -> first + " + " + use(Constants.stride(r)) + " * " + inner(i))
            .orElse(first);
    }

    /// The whole register.
    String read(RegisterPart part) {
        Register r = register(part);
        return dialect.read(r.bits(), isPort(r), address(part));
    }

    /// The bits of several fields.
    String masks(Register r, Set<String> fields) {
        String masks = r.fields().stream().filter(f -> fields.contains(f.name()))
            .map(f -> use(Constants.mask(r, f)))
            .collect(Collectors.joining(" | "));
        return fields.size() == 1 ? masks : "(" + masks + ")";
    }

    /// A value where its field lies; empty if it is zero.
    String placed(Register r, Field f, Expression value) {
        if (value instanceof Expression.Literal(long number, _)) {
            if (number == 0) return "";
            if (f.bits() == 1) return use(Constants.mask(r, f));
            Optional<String> name = device.enumerations().stream()
                .filter(e -> e.name().equals(f.type().name()))
                .flatMap(e -> e.values().stream().filter(v -> v.value() == number)
                    .map(v -> use(Constants.value(e, v.name())))).findFirst();
            return shifted(name.orElse(dialect.number(number, f.bits())), r, f);
        }
        return shifted(inner(value), r, f);
    }

    private String shifted(String value, Register r, Field f) {
        return f.low() == 0 ? value : value + " << " + use(Constants.shift(r, f));
    }

    /// A condition.
    String truth(Expression e) {
        return switch (e) {
            case Expression.Literal l -> l.value() != 0 ? "true" : "false";
            case Expression.Unary(var operator, var of, _) when operator == UnaryOperator.NOT -> negated(of);
            case Expression.Binary(var operator, var left, var right,
                _) when operator == BinaryOperator.AND ->
                grouped(left) + " && " + grouped(right);
            case Expression.Binary(var operator, var left, var right, _) when operator == BinaryOperator.OR ->
                grouped(left) + " || " + grouped(right);
            case Expression.Binary(var operator, var left, var right, _) when isComparison(operator) ->
                dialect.compare(inner(left), operator.text(), inner(right), left.bits());
            case Expression.Member(var of, var ranges) -> ranges.stream().map(x -> x.low() == x.high()
                ? dialect.compare(inner(of), "==", dialect.number(x.low(), of.bits()), of.bits())
                : "(" + dialect.compare(inner(of), ">=", dialect.number(x.low(), of.bits()), of.bits())
                    + " && "
                    + dialect.compare(inner(of), "<=", dialect.number(x.high(), of.bits()), of.bits()) + ")")
                .collect(Collectors.joining(" || "));
            case Expression.ReadRegister(var part, _) when part.field().isPresent() -> masked(part) + " != 0";
            default -> inner(e) + " != 0";
        };
    }

    private static boolean isComparison(BinaryOperator operator) {
        return switch (operator) {
            case EQ, NE, LT, LE, GT, GE -> true;
            default -> false;
        };
    }

    private String negated(Expression of) {
        return of instanceof Expression.ReadRegister(var part, _) && part.field().isPresent() ? masked(part)
            + " == 0"
            : "!(" + truth(of) + ")";
    }

    private String grouped(Expression e) {
        return "(" + truth(e) + ")";
    }

    private String masked(RegisterPart part) {
        Register r = register(part);
        return "(" + read(part) + " & " + use(Constants.mask(r, r.field(part.field().orElseThrow())
            .orElseThrow())) + ")";
    }

    private String inner(Expression e) {
        return switch (e) {
            case Expression.Literal _, Expression.Local _ -> word(e);
            default -> "(" + word(e) + ")";
        };
    }

    /// A word.
    String word(Expression e) {
        return switch (e) {
            case Expression.Literal(long value, int bits) -> dialect.number(value, bits);
            case Expression.Local(String name, _)         -> name;
            case Expression.Any(int bits)                 -> dialect.number(0, bits);
            case Expression.ReadRegister(var part, _)     -> readWord(part);
            case Expression.Slice(var of, int high, int low) -> dialect.cut(low == 0 ? inner(of)
                : dialect.shiftRight(inner(of), Integer.toString(low)), high - low + 1);
            case Expression.Convert(var of, int bits)     -> bits >= of.bits() ? word(of)
                : dialect.cut(inner(of), bits);
            case Expression.Choice(var c, var yes, var no, _) -> grouped(c) + " ? " + inner(yes) + " : "
                + inner(no);
            case Expression.Unary(var operator, var of, int bits) when operator != UnaryOperator.NOT ->
                dialect.cut(operator.text() + inner(of), bits);
            case Expression.Binary(var operator, var left, var right, int bits) when !isComparison(operator)
                && operator != BinaryOperator.AND && operator != BinaryOperator.OR ->
                dialect.cut(inner(left) + " " + (operator == BinaryOperator.SHR
                    && dialect instanceof JavaDialect ? ">>>"
                    : operator.text()) + " " + inner(right), bits);
            default -> "(" + truth(e) + ") ? 1 : 0";
        };
    }

    private String readWord(RegisterPart part) {
        if (part.field().isEmpty()) return read(part);
        Register r = register(part);
        Field f = r.field(part.field().get()).orElseThrow();
        return f.low() == 0 ? read(part) + " & " + use(Constants.mask(r, f))
            : dialect.shiftRight(masked(part), use(Constants.shift(r, f)));
    }
}
