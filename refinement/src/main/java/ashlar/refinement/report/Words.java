package ashlar.refinement.report;

import ashlar.model.collection.Option;
import ashlar.model.collection.PQueue;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Values in words: `Receiving [80001400, 80001800]`, `badge 7  isCall false`. Addresses are hexadecimal.
public final class Words {
    private static final long LOWEST_ADDRESS = 0x1_0000;

    private Words() { }

    /// Any value of a state: a number, a record, a sequence.
    public static String of(Object value) {
        return switch (value) {
            case null              -> "null";
            case Option.None<?> _  -> "(none)";
            case Option.Some<?>(var some) -> of(some);
            case PQueue<?> queue   -> sequence(queue.toList());
            case List<?> list      -> sequence(list);
            case Long n            -> number(n);
            case Integer n         -> n.toString();
            case Record r          -> record(r);
            default                -> value.toString();
        };
    }

    /// Hexadecimal if it looks like an address; else decimal, with a sign.
    public static String number(long n) {
        return looksLikeAddress(n) ? address(n) : Long.toString(n);
    }

    static boolean looksLikeAddress(long n) {
        return n <= -LOWEST_ADDRESS || n >= LOWEST_ADDRESS;
    }

    public static String address(long address) {
        return Long.toHexString(address);
    }

    /// Whether value is an address, a record of nothing else.
    static boolean isAddress(Object value) {
        if (!(value instanceof Record r)) return false;
        RecordComponent[] components = r.getClass().getRecordComponents();
        return components.length == 1 && components[0].getName().equals("addr");
    }

    /// The names and values of a record's components, without its own name.
    static String components(Record r) {
        List<String> words = new ArrayList<>();
        for (RecordComponent c : r.getClass().getRecordComponents()) {
            Object value = value(r, c);
            String said = isCompound(value) ? "(" + nested(c, (Record) value) + ")" : of(value);
            words.add(c.getName() + " " + said);
        }
        return String.join("  ", words);
    }

    static boolean isCompound(Object value) {
        return value instanceof Record r && r.getClass().getRecordComponents().length > 1;
    }

    private static String nested(RecordComponent c, Record value) {
        return c.getType() == value.getClass() ? components(value) : of(value);
    }

    private static String sequence(List<?> elements) {
        return elements.stream().map(Words::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String record(Record r) {
        RecordComponent[] components = r.getClass().getRecordComponents();
        String name = r.getClass().getSimpleName();
        if (components.length == 0) return name;
        if (isAddress(r)) return address((long) value(r, components[0]));
        return components.length == 1 ? name + " " + of(value(r, components[0])) : name + " " + components(r);
    }

    private static Object value(Record r, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(r);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
