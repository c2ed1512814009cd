package ashlar.refinement.layout;

import ashlar.model.machine.Machine;
import ashlar.refinement.heap.Unsupported;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Runs the fields of a layout on the JVM, on memories and objects drawn at random, to see whether they are
/// separate typed fields.
public final class LayoutTrial {
    private static final int TRIES = 400;
    private static final int MOST_ALIGNED = 12;
    private static final int INDICES = 300;

    private final List<Field> fields;
    private final Class<?> places;
    private final Method covers;
    private final List<Long> addresses;
    private final SplittableRandom random = new SplittableRandom(1);

    /// What a run that breaks a claim shows.
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String what) {
            super(what, null, false, false);
        }
    }

    private LayoutTrial(Class<?> layout, Class<?> places, List<Long> addresses) {
        this.fields = Field.of(layout);
        this.places = places;
        this.addresses = addresses;
        this.covers = Arrays.stream(places.getDeclaredMethods()).filter(m -> m.getName().equals("covers"))
            .findFirst().orElseThrow(() -> new Unsupported("no method covers in " + places));
        covers.setAccessible(true);
    }

    /// What goes wrong, in words, if something does.
    /// @param layout    a layout as it is to be tried
    /// @param places    of the layout
    /// @param addresses where objects may be
    public static Optional<String> of(Class<?> layout, Class<?> places, List<Long> addresses) {
        var trial = new LayoutTrial(layout, places, addresses);
        try {
            for (Field f : trial.fields) for (int i = 0; i < TRIES; i++) trial.attempt(f);
            return Optional.empty();
        } catch (Broken e) {
            return Optional.of(e.getMessage());
        }
    }

    private void attempt(Field f) {
        Optional<Object[]> keys = keys(f);
        Optional<Object[]> others = keys(f);
        if (keys.isEmpty() || others.isEmpty()) return;
        Machine m = memory(keys.get());
        Machine before = m.copy();
        Object value = value(f);
        store(f, m, keys.get(), value);
        isConfined(f, before, m, keys.get());
        readsBack(f, m, keys.get(), others.get(), value);
        fits(f, keys.get());
        for (Field g : fields) leaves(f, g, before, m, keys.get());
        readsOwnWords(f, keys.get());
    }

    private void isConfined(Field f, Machine before, Machine after, Object[] keys) {
        for (long addr : before.differences(after))
            if (!covers(keys, addr)) throw new Broken(f.setter().getName() + " does not keep to its object");
    }

    private void readsBack(Field f, Machine m, Object[] keys, Object[] others, Object value) {
        Machine other = memory(others);
        store(f, other, others, value);
        if (!load(f, m, keys).equals(load(f, other, others)))
            throw new Broken(f.name() + " does not read back what was stored");
    }

    private void fits(Field f, Object[] keys) {
        Machine m = memory(keys);
        Object read = load(f, m, keys);
        store(f, m, keys, read);
        if (!load(f, m, keys).equals(read))
            throw new Broken(f.name() + " cannot hold what is read from it");
    }

    private void leaves(Field f, Field g, Machine before, Machine after, Object[] keys) {
        Optional<Object[]> elsewhere = keys(g, Optional.of(keys));
        if (elsewhere.isEmpty() || f.equals(g) && Arrays.equals(keys, elsewhere.get())) return;
        if (!load(g, before, elsewhere.get()).equals(load(g, after, elsewhere.get())))
            throw new Broken(f.setter().getName() + " changes " + g.name()
                + (f.equals(g) ? " elsewhere" : ""));
    }

    private void readsOwnWords(Field f, Object[] keys) {
        Machine m = memory(keys);
        Object read = load(f, m, keys);
        List<Long> foreign = m.words().keySet().stream().filter(a -> !covers(keys, a)).toList();
        for (long addr : foreign) m.store64(addr, random.nextLong());
        if (!load(f, m, keys).equals(read))
            throw new Broken(f.getter().getName() + " does not keep to its object");
    }

    private Object load(Field f, Machine m, Object[] keys) {
        return call(f.getter(), m, keys);
    }

    private void store(Field f, Machine m, Object[] keys, Object value) {
        Object[] all = Arrays.copyOf(keys, keys.length + 1);
        all[keys.length] = value;
        call(f.setter(), m, all);
    }

    private static Object call(Method method, Machine m, Object[] arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = m;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try {
            method.setAccessible(true);
            Object result = method.invoke(null, all);
            return result == null ? "" : result;
        } catch (InvocationTargetException e) {
            throw new Broken(method.getName() + " raises " + e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean covers(Object[] keys, long addr) {
        Object[] all = Arrays.copyOf(keys, covers.getParameterCount());
        all[all.length - 1] = addr;
        return holds(covers, all);
    }

    private static boolean holds(Method predicate, Object[] arguments) {
        try {
            predicate.setAccessible(true);
            return (boolean) predicate.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Words around the object that keys begin with; at least those of its own that are near.
    private Machine memory(Object[] keys) {
        Machine m = new Machine();
        boolean hasObject = keys.length > 0 && covers.getParameterCount() > 1;
        long centre = hasObject && keys[0] instanceof Long object ? object
            : addresses.get(random.nextInt(addresses.size())) & -8;
        for (int i = -16; i < 300; i++) m.store64(centre + 8L * i, word());
        for (long addr : addresses) if (covers(keys, addr & -8)) m.store64(addr & -8, word());
        return m;
    }

    private long word() {
        return switch (random.nextInt(4)) {
            case 0  -> random.nextLong(16);
            case 1  -> addresses.get(random.nextInt(addresses.size()));
            default -> random.nextLong();
        };
    }

    private Object value(Field f) {
        Class<?> type = f.getter().getReturnType();
        if (type == boolean.class) return random.nextBoolean();
        return type == int.class ? (Object) random.nextInt(32) : (Object) word();
    }

    private Optional<Object[]> keys(Field f) {
        return keys(f, Optional.empty());
    }

    /// An object and indices where f may be accessed.
    /// @param same whose object to take
    private Optional<Object[]> keys(Field f, Optional<Object[]> same) {
        Class<?>[] types = f.getter().getParameterTypes();
        int objects = covers.getParameterCount() - 1;
        for (int i = 0; i < 60; i++) {
            Object[] keys = IntStream.range(1, types.length).mapToObj(k -> k <= objects
                ? same.map(s -> s[k - 1]).orElseGet(() -> number(types[k], true)) : number(types[k], false))
                .toArray();
            if (isPlace(f, keys)) return Optional.of(keys);
        }
        return Optional.empty();
    }

    private Object number(Class<?> type, boolean isObject) {
        long n = isObject && random.nextInt(8) > 0
            ? addresses.get(random.nextInt(addresses.size())) & -(1L << random.nextInt(MOST_ALIGNED + 1))
            : random.nextLong(random.nextInt(1, INDICES));
        return type == int.class ? (Object) (int) n : (Object) n;
    }

    private boolean isPlace(Field f, Object[] keys) {
        if (keys.length == 0) return true;
        List<Method> named = new ArrayList<>();
        for (String name : List.of(f.name(), "place")) {
            Arrays.stream(places.getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == keys.length)
                .forEach(named::add);
        }
        return !named.isEmpty() && holds(named.getFirst(), keys);
    }
}
