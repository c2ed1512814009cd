package ashlar.refinement.trial;

import ashlar.refinement.lift.Classes;
import ashlar.refinement.theory.Type;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What reflection tells of objects.
final class Reflected {
    private Reflected() { }

    static Class<?> type(String internalName) {
        try {
            return Class.forName(internalName.replace('/', '.'), true, Reflected.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /// The component of a record, or the field of an object.
    static Object field(Object object, String name) {
        try {
            Field f = object.getClass().getDeclaredField(name);
            f.setAccessible(true);
            return f.get(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(f -> !Modifier.isStatic(f.getModifiers()))
            .toList();
    }

    /// A boolean, byte, char, short, int or long as a long.
    static long number(Object boxed) {
        return switch (boxed) {
            case Boolean b   -> b ? 1 : 0;
            case Character c -> c;
            case Number n    -> n.longValue();
            default          -> throw new IllegalArgumentException("no number: " + boxed);
        };
    }

    /// The bits of a number of the primitive type.
    static long bits(char code, Object boxed) {
        return number(boxed) & switch (code) {
            case 'Z'      -> 1;
            case 'B'      -> 0xff;
            case 'S', 'C' -> 0xffff;
            case 'I'      -> 0xffff_ffffL;
            default       -> -1;
        };
    }

    /// The numbers that make up a key.
    static List<Long> flat(Classes classes, Type type, Object key) {
        return switch (type) {
            case Type.Primitive(var code) -> List.of(bits(code, key));
            case Type.Instance i          -> Type.components(classes, i).stream()
                .flatMap(c -> flat(classes, c.type(), field(key, c.name())).stream()).toList();
        };
    }

    /// All keys of the type whose numbers are in the universe.
    static List<Object> keys(Classes classes, Type type) {
        return switch (type) {
            case Type.Primitive(var code) -> Inputs.UNIVERSE.stream()
                .map(u -> code == 'I' ? (Object) u.intValue() : u).toList();
            case Type.Instance i          -> combinations(Type.components(classes, i).stream()
                .map(c -> keys(classes, c.type())).toList()).map(fields -> made(i.name(), fields)).toList();
        };
    }

    private static Stream<List<Object>> combinations(List<List<Object>> choices) {
        if (choices.isEmpty()) return Stream.of(List.of());
        return combinations(choices.subList(0, choices.size() - 1)).flatMap(head ->
            choices.getLast().stream().map(last -> {
                List<Object> all = new ArrayList<>(head);
                all.add(last);
                return all;
            }));
    }

    private static Object made(String name, List<Object> fields) {
        try {
            var constructor = type(name).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(fields.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
