package ashlar.drivergen.check;

import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Expression.Query;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Parameter;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.grammar.DeviceSpecParser.CallContext;
import ashlar.drivergen.grammar.DeviceSpecParser.ExpressionContext;
import ashlar.drivergen.grammar.DeviceSpecParser.NameContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/// Calls in expressions: conversions, queries of queues, loads from memory, functions of the device.
final class Calls {
    /// As wide as a count of elements.
    private static final int SIZE_BITS = 16;

    private final Expressions expressions;

    Calls(Expressions expressions) {
        this.expressions = expressions;
    }

    Expression call(CallContext c) {
        List<ExpressionContext> arguments = c.arguments() == null ? List.of() : c.arguments().expression();
        String name = Texts.name(c.name);
        Optional<Type.Word> word = Types.word(name);
        if (word.isPresent()) return convert(c, arguments, word.get().bits());
        return switch (name) {
            case "full", "empty", "size", "head", "pop" -> query(c, arguments, name);
            case "load8", "load16", "load32", "load64"  -> load(c, arguments,
                Integer.parseInt(name.substring(4)));
            default -> apply(c, arguments);
        };
    }

    private boolean takes(ParserRuleContext at, List<ExpressionContext> arguments, int count) {
        if (arguments.size() == count) return true;
        expressions.wrong(at, "this has " + arguments.size() + " arguments", Integer.toString(count));
        return false;
    }

    private Expression convert(CallContext c, List<ExpressionContext> arguments, int bits) {
        if (!takes(c, arguments, 1)) return new Expression.Any(bits);
        Expression of = expressions.infer(arguments.getFirst());
        return of.bits() == Expressions.ADAPTS ? expressions.fit(of, bits, arguments.getFirst())
            : new Expression.Convert(of, bits);
    }

    private Expression load(CallContext c, List<ExpressionContext> arguments, int bits) {
        if (!takes(c, arguments, 1)) return new Expression.Any(bits);
        return new Expression.Load(address(arguments.getFirst()), bits);
    }

    /// Addresses are u64; narrower ones are filled with zeros.
    Expression address(ExpressionContext e) {
        Expression address = expressions.infer(e);
        return address.bits() == Expressions.ADAPTS ? expressions.fit(address, 64, e)
            : new Expression.Convert(address, 64);
    }

    private Expression query(CallContext c, List<ExpressionContext> arguments, String name) {
        if (!takes(c, arguments, 1)) return new Expression.Any(Expressions.ADAPTS);
        Optional<Named.State> queue = queue(arguments.getFirst());
        if (queue.isEmpty()) return new Expression.Any(Expressions.ADAPTS);
        Query query = Query.valueOf(name.toUpperCase(Locale.ROOT));
        int bits = switch (query) {
            case EMPTY, FULL -> 1;
            case SIZE        -> SIZE_BITS;
            case HEAD, POP   -> queue.get().type().word().bits();
        };
        return new Expression.QueueQuery(query, queue.get().name(), bits);
    }

    /// The queue that an argument names.
    Optional<Named.State> queue(ExpressionContext e) {
        if (e instanceof NameContext n) return queue(n.name);
        expressions.wrong(e, "this is not a queue", "the name of a queue");
        return Optional.empty();
    }

    private Optional<Named.State> queue(Token name) {
        Optional<Scope.Meaning> meaning = expressions.names().meaning(name, "the name of a queue");
        if (meaning.isEmpty()) return Optional.empty();
        if (meaning.get() instanceof Scope.Declared(Named.State s) && s.type() instanceof Type.Queue)
            return Optional.of(s);
        expressions.names().wrong(name, "`" + name.getText() + "` is not a queue", "the name of a queue");
        return Optional.empty();
    }

    private Expression apply(CallContext c, List<ExpressionContext> arguments) {
        Optional<Scope.Meaning> meaning = expressions.names().meaning(c.name, "a function");
        if (meaning.isEmpty()) return new Expression.Any(Expressions.ADAPTS);
        if (!(meaning.get() instanceof Scope.Declared(Named.Function f)))
            return expressions.wrong(c, "`" + c.name.getText() + "` is not a function", "a function");
        return new Expression.Apply(f.name(), arguments(c, arguments, f.parameters()), f.type().bits());
    }

    /// Arguments as the parameters want them.
    List<Expression> arguments(ParserRuleContext at, List<ExpressionContext> arguments,
                               List<Parameter> parameters) {
        if (!takes(at, arguments, parameters.size())) return List.of();
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++)
            values.add(expressions.of(arguments.get(i), parameters.get(i).type().bits()));
        return values;
    }

}
