package ashlar.refinement.layout;

import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import ashlar.refinement.theory.Layouts;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A field of a layout: its reader and writer.
record Field(Method getter, Method setter) {
    /// The fields of layout by name.
    static List<Field> of(Class<?> layout) {
        return Arrays.stream(layout.getDeclaredMethods())
            .flatMap(setter -> Stream.ofNullable(Layouts.getterOf(setter))
                .map(getter -> new Field(getter, setter)))
            .sorted(Comparator.comparing(Field::name).thenComparingInt(Field::arity)).toList();
    }

    String name() {
        return getter.getName();
    }

    /// How many numbers say which of these fields is meant: an object and indices.
    int arity() {
        return getter.getParameterCount() - 1;
    }

    Sort sort() {
        return sort(getter.getReturnType());
    }

    private static Sort sort(Class<?> type) {
        return type == boolean.class ? Sort.bool() : Sort.bits(type == int.class ? 32 : 64);
    }

    /// Variables for object and indices.
    List<Term> keys(Terms terms, String prefix) {
        List<Term> keys = new ArrayList<>();
        for (int i = 1; i <= arity(); i++)
            keys.add(terms.var(prefix + i, sort(getter.getParameterTypes()[i])));
        return keys;
    }
}
