package ashlar.refinement.report;

import ashlar.refinement.api.Suite;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which functions of a suite are on trial, and what their results mean.
final class OnTrial {
    private final Suite suite;
    private final Set<String> layouts;

    OnTrial(Suite suite) {
        this.suite = suite;
        this.layouts =
            suite.layouts().stream().map(c -> c.getName().replace('.', '/')).collect(Collectors.toSet());
    }

    boolean has(Function f) {
        return suite.isOnTrial(f.owner());
    }

    boolean isAccessor(Function f) {
        return layouts.contains(f.owner());
    }

    /// Whether the class with this name is one of accessors.
    boolean isLayout(String className) {
        return layouts.contains(className.replace('.', '/'));
    }

    /// The last call among events, or in what they did, of a function on trial that has a result.
    Optional<Call> last(List<Event> events) {
        for (Event e : events.reversed()) {
            if (!(e instanceof Call c)) continue;
            if (has(c.function()) && c.result() != null) return Optional.of(c);
            Optional<Call> inner = last(c.events());
            if (inner.isPresent()) return inner;
        }
        return Optional.empty();
    }

    /// Whole numbers and truth values as comparisons have them.
    Object asNumber(Object value) {
        return switch (value) {
            case Integer n -> (long) n;
            case Boolean b -> b ? 1L : 0L;
            case null, default -> value;
        };
    }

    /// A value that call returned or might have: a truth value, the name of a constant, a number.
    /// @param other what the value is compared with; beside an address 0 is NULL
    String value(Call call, Object value, Object other) {
        if (!(value instanceof Long n)) return Words.of(value);
        if (call.result() instanceof Boolean) return n == 0 ? "false" : "true";
        if (call.result() instanceof Integer) return constant(call.function(), n).orElse(Words.of(n));
        return n == 0 && other instanceof Long a && Words.looksLikeAddress(a) ? "NULL" : Words.of(n);
    }

    /// An accessor of type int returns one of the int constants of its layout, if there are any.
    private Optional<String> constant(Function accessor, long value) {
        return suite.layouts().stream().filter(c -> c.getName().replace('.', '/').equals(accessor.owner()))
            .flatMap(c -> Arrays.stream(c.getFields())).filter(f -> isConstant(f, value)).map(Field::getName)
            .findFirst();
    }

    private static boolean isConstant(Field f, long value) {
        try {
            return f.getType() == int.class && Modifier.isStatic(f.getModifiers()) && f.getInt(null) == value;
        } catch (IllegalAccessException e) {
            return false;
        }
    }
}
