package ashlar.refinement.report;

import ashlar.model.collection.PForest;
import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import ashlar.model.collection.PTable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes values as the Java expressions that make them.
final class Literals {
    private static final long LARGEST_DECIMAL = 999;

    private final Set<String> imports = new TreeSet<>();

    /// The classes that the expressions written so far name.
    Set<String> imports() {
        return imports;
    }

    /// An expression for value.
    /// @throws IllegalArgumentException if values of its class cannot be written so
    String of(Object value, Declared type) {
        return switch (value) {
            case Boolean b          -> b.toString();
            case Integer i          -> i.toString();
            case Long n             -> number(n);
            case Enum<?> e          -> name(e.getDeclaringClass()) + "." + e.name();
            case PMap<?, ?> map     -> empty(type) + map(map, type);
            case PTable<?, ?> table -> table(table, type);
            case PQueue<?> queue    -> empty(type) + chain("append", queue.toList(), type);
            case PSet<?> set        -> empty(type) + chain("add", sorted(set.toSet()), type);
            case PForest<?> forest  -> empty(type) + forest(forest, type);
            case Record r           -> record(r, type);
            default                 ->
                throw new IllegalArgumentException("no expression for a " + value.getClass());
        };
    }

    /// The name of type in the source text.
    String name(Declared type) {
        String name = name(type.raw());
        return type.arguments().isEmpty() ? name : name + arguments(type);
    }

    private String arguments(Declared type) {
        return type.arguments().stream().map(this::name).collect(Collectors.joining(", ", "<", ">"));
    }

    String name(Class<?> c) {
        if (c.isPrimitive()) return c.getName();
        if (c.getEnclosingClass() != null) return name(c.getEnclosingClass()) + "." + c.getSimpleName();
        if (!c.getPackageName().equals("java.lang")) imports.add(c.getName());
        return c.getSimpleName();
    }

    static String number(long n) {
        return Math.abs(n) <= LARGEST_DECIMAL ? n + "L" : "0x" + Long.toHexString(n) + "L";
    }

    private String empty(Declared type) {
        return name(type.raw()) + "." + arguments(type) + "empty()";
    }

    private String chain(String add, Collection<?> elements, Declared type) {
        Declared element = type.arguments().getFirst();
        return elements.stream().map(e -> "." + add + "(" + of(e, element) + ")")
            .collect(Collectors.joining());
    }

    private String map(PMap<?, ?> map, Declared type) {
        @SuppressWarnings("unchecked") var entries = (PMap<Object, Object>) map;
        return sorted(entries.keys()).stream().map(k -> put(k, entries.get(k), type))
            .collect(Collectors.joining());
    }

    private String table(PTable<?, ?> table, Declared type) {
        @SuppressWarnings("unchecked") var entries = (PTable<Object, Object>) table;
        return name(type.raw()) + "." + arguments(type) + "filledWith("
            + of(entries.filling(), type.arguments().getLast()) + ")"
            + sorted(entries.keysOfOthers()).stream().map(k -> put(k, entries.get(k), type))
                .collect(Collectors.joining());
    }

    private String put(Object key, Object value, Declared type) {
        return ".put(" + of(key, type.arguments().getFirst()) + ", "
            + of(value, type.arguments().getLast()) + ")";
    }

    /// Children are added last first, for each is added as the first child.
    private String forest(PForest<?> forest, Declared type) {
        @SuppressWarnings("unchecked") var f = (PForest<Object>) forest;
        Declared element = type.arguments().getFirst();
        StringBuilder text = new StringBuilder();
        List<Object> roots = f.toList().stream().filter(t -> !f.parent(t).isPresent()).toList();
        for (Object root : roots) {
            text.append(".addRoot(").append(of(root, element)).append(')');
            children(f, root, element, text);
        }
        return text.toString();
    }

    private void children(PForest<Object> f, Object parent, Declared element, StringBuilder text) {
        List<Object> children = f.toList().stream()
            .filter(t -> f.parent(t).isPresent() && f.parent(t).get().equals(parent)).toList();
        for (Object child : children.reversed()) {
            text.append(".addChild(").append(of(parent, element)).append(", ").append(of(child, element))
                .append(')');
            children(f, child, element, text);
        }
    }

    private String record(Record r, Declared type) {
        Map<String, Declared> bound = type.bound(r.getClass());
        List<String> arguments = new ArrayList<>();
        for (RecordComponent c : r.getClass().getRecordComponents())
            arguments.add(of(component(r, c), Declared.of(c.getGenericType(), bound)));
        String diamond = r.getClass().getTypeParameters().length == 0 ? "" : "<>";
        return "new " + name(r.getClass()) + diamond + "(" + String.join(", ", arguments) + ")";
    }

    private static Object component(Record r, RecordComponent c) {
        try {
            c.getAccessor().setAccessible(true);
            return c.getAccessor().invoke(r);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no access to " + c, e);
        }
    }

    /// In an order that is the same in each run.
    private static List<Object> sorted(Set<?> elements) {
        return Arrays.stream(elements.toArray()).sorted(Comparator.comparing(Object::toString)).toList();
    }
}
