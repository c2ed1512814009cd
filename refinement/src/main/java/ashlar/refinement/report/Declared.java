package ashlar.refinement.report;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A type as a declaration gives it: a class and its type arguments.
record Declared(Class<?> raw, List<Declared> arguments) {
    /// @param bound what type variables stand for
    static Declared of(Type type, Map<String, Declared> bound) {
        return switch (type) {
            case Class<?> c          -> new Declared(c, List.of());
            case ParameterizedType p -> new Declared((Class<?>) p.getRawType(),
                Arrays.stream(p.getActualTypeArguments()).map(a -> of(a, bound)).toList());
            default                  ->
                bound.getOrDefault(type.getTypeName(), new Declared(Object.class, List.of()));
        };
    }

    /// What the type variables of c stand for in a value of this type.
    Map<String, Declared> bound(Class<?> c) {
        var variables = c.getTypeParameters();
        return IntStream.range(0, Math.min(variables.length, arguments.size())).boxed()
            .collect(Collectors.toMap(i -> variables[i].getName(), arguments::get));
    }
}
