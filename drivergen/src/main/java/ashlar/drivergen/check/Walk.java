package ashlar.drivergen.check;

import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.RegisterPart;
import ashlar.drivergen.ast.SharedPart;
import ashlar.drivergen.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Visits all parts of expressions and statements.
public final class Walk {
    private Walk() { }

    /// Visits an expression and all within it.
    public static void expressions(Expression e, Consumer<Expression> visit) {
        visit.accept(e);
        children(e).forEach(c -> expressions(c, visit));
    }

    /// The direct parts.
    public static List<Expression> children(Expression e) {
        return switch (e) {
            case Expression.ElementOf x                      -> List.of(x.index());
            case Expression.RegisterValue(var part, _)       -> index(part);
            case Expression.ReadRegister(var part, _)        -> index(part);
            case Expression.SharedValue(var part, _)         -> index(part);
            case Expression.Old(var of, _)                   -> List.of(of);
            case Expression.Unary(_, var of, _)              -> List.of(of);
            case Expression.Binary(_, var left, var right, _) -> List.of(left, right);
            case Expression.Slice(var of, _, _)              -> List.of(of);
            case Expression.Convert(var of, _)               -> List.of(of);
            case Expression.Choice(var c, var yes, var no, _) -> List.of(c, yes, no);
            case Expression.Member(var of, _)                -> List.of(of);
            case Expression.Apply(_, var arguments, _)       -> arguments;
            case Expression.Load(var address, _)             -> List.of(address);
            case Expression.ListOf(var elements)             -> elements;
            case Expression.Append(var left, var right)      -> List.of(left, right);
            default                                          -> List.of();
        };
    }

    private static List<Expression> index(RegisterPart part) {
        return part.index().map(List::of).orElse(List.of());
    }

    private static List<Expression> index(SharedPart part) {
        return part.index().map(List::of).orElse(List.of());
    }

    /// Visits all statements, outer ones first.
    public static void statements(List<Statement> block, Consumer<Statement> visit) {
        for (Statement s : block) {
            visit.accept(s);
            blocks(s).forEach(b -> statements(b, visit));
        }
    }

    private static List<List<Statement>> blocks(Statement s) {
        return switch (s) {
            case Statement.If i     -> List.of(i.yes(), i.no());
            case Statement.Choose c -> c.blocks();
            case Statement.For f    -> List.of(f.body());
            case Statement.Wait w   -> List.of(w.otherwise());
            default                 -> List.of();
        };
    }

    /// The expressions directly in a statement.
    public static List<Expression> expressions(Statement s) {
        return switch (s) {
            case Statement.Let x           -> List.of(x.value());
            case Statement.SetState x      -> List.of(x.value());
            case Statement.SetElement x    -> List.of(x.index(), x.value());
            case Statement.SetRegister x   -> with(index(x.part()), x.value());
            case Statement.SetShared x     -> with(index(x.part()), x.value());
            case Statement.Store x         -> List.of(x.address(), x.value());
            case Statement.Push x          -> List.of(x.value());
            case Statement.Send x          -> List.of(x.value());
            case Statement.Call x          -> x.arguments();
            case Statement.If x            -> List.of(x.condition());
            case Statement.For x           -> List.of(x.from(), x.to());
            case Statement.Give x          -> index(x.part());
            case Statement.WriteRegister x -> with(index(x.part()), x.value());
            case Statement.WriteFields x   -> List.copyOf(x.fields().values());
            case Statement.Wait x          -> List.of(x.until(), x.tries());
            case Statement.Return(_, Optional<Expression> value) -> value.map(List::of).orElse(List.of());
            default                        -> List.of();
        };
    }

    private static List<Expression> with(List<Expression> index, Expression value) {
        List<Expression> all = new ArrayList<>(index);
        all.add(value);
        return all;
    }
}
