package ashlar.refinement.theory;

import ashlar.refinement.heap.Fieldwise;
import ashlar.refinement.heap.Heap.Cell;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.heap.Value.Ref;
import ashlar.refinement.lift.Known;
import ashlar.refinement.lift.Site;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Field accessors of machine memory: `f(m, object, index…)` reads and `setF(m, object, index…, value)`
/// writes the
/// field f of its class, each field a map of its own. The layout lemmas say that bytes behave like that.
/// What a layout calls `isWellFormed` holds of every memory: only its writers write what it speaks of, and
/// each
/// keeps it, as a lemma says.
public final class Layouts implements Known {
    /// Hears of each access: the condition under which it happens, the class, and the object accessed.
    public interface Watcher {
        /// @param keys    the object and the indices
        /// @param value   what is loaded or stored
        /// @param isStore whether it is stored
        void accessed(Site site, Accessor accessor, List<Term> keys, Term value, boolean isStore);
    }

    /// A field: its reader and its writer.
    public record Accessor(Method getter, Method setter) {
        public String field() {
            return getter.getDeclaringClass().getSimpleName() + "." + getter.getName();
        }

        /// Whether key is that of the writer.
        public boolean isSetter(String key) {
            return key.equals(Layouts.key(setter));
        }

        /// The sorts of object and indices.
        public List<Sort> keys() {
            return Arrays.stream(getter.getParameterTypes()).skip(1)
                .map(t -> Sort.bits(t == int.class ? 32 : 64)).toList();
        }

        public Sort sort() {
            return getter.getReturnType() == boolean.class ? Sort.bool()
                : Sort.bits(getter.getReturnType() == int.class ? 32 : 64);
        }
    }

    private static final String MACHINE = "ashlar/model/machine/Machine";
    private static final String WELL_FORMED = "isWellFormed";

    private final Map<String, Accessor> byMethod = new HashMap<>();
    private final Set<String> classes = new HashSet<>();
    private final Watcher watcher;

    public Layouts(List<Class<?>> layouts, Watcher watcher) {
        this.watcher = watcher;
        layouts.forEach(this::register);
        layouts.forEach(l -> classes.add(l.getName().replace('.', '/')));
    }

    private void register(Class<?> layout) {
        for (Method setter : layout.getDeclaredMethods()) {
            Method getter = getterOf(setter);
            if (getter == null) continue;
            var accessor = new Accessor(getter, setter);
            byMethod.put(key(getter), accessor);
            byMethod.put(key(setter), accessor);
        }
    }

    /// The reader that belongs to a method `setF`, or null.
    public static Method getterOf(Method setter) {
        String name = setter.getName();
        if (!name.startsWith("set") || name.length() == 3 || setter.getReturnType() != void.class)
            return null;
        Class<?>[] parameters = setter.getParameterTypes();
        Class<?>[] read = Arrays.copyOf(parameters, parameters.length - 1);
        try {
            Method getter = setter.getDeclaringClass()
                .getDeclaredMethod(Character.toLowerCase(name.charAt(3)) + name.substring(4), read);
            return getter.getReturnType() == parameters[parameters.length - 1] ? getter : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /// The field that the method with this key, `owner.name(descriptor)`, reads or writes.
    public Optional<Accessor> accessor(String key) {
        return Optional.ofNullable(byMethod.get(key));
    }

    private static String key(Method m) {
        return m.getDeclaringClass().getName().replace('.', '/') + "." + m.getName() + descriptor(m);
    }

    private static String descriptor(Method m) {
        return java.lang.invoke.MethodType.methodType(m.getReturnType(), m.getParameterTypes())
            .toMethodDescriptorString();
    }

    @Override
    public boolean knows(String owner, String name, String descriptor) {
        return owner.equals(MACHINE) || byMethod.containsKey(owner + "." + name + descriptor)
            || name.equals(WELL_FORMED) && classes.contains(owner);
    }

    @Override
    public Value call(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        if (name.equals(WELL_FORMED) && classes.contains(owner)) return new Num(site.terms().int32(1));
        if (owner.equals(MACHINE)) throw new Unsupported("Machine." + name + " outside a field accessor");
        var accessor = byMethod.get(owner + "." + name + descriptor);
        List<Term> numbers = arguments.subList(1, arguments.size()).stream().map(v -> ((Num) v).term())
            .toList();
        if (!(arguments.getFirst() instanceof Ref(var id, _) && site.heap()
            .at(id) instanceof Cell.Memory(var memory))) {
            throw new Unsupported("a machine of unknown identity");
        }
        return accessor.getter().getName().equals(name) ? load(site, accessor, memory, numbers)
            : store(site, accessor, id, memory, numbers);
    }

    private Value load(Site site, Accessor accessor, Fieldwise memory, List<Term> keys) {
        Term loaded = memory.load(accessor.field(), keys, accessor.sort());
        watcher.accessed(site, accessor, keys, loaded, false);
        return new Num(accessor.sort() instanceof Sort.Bool ? site.merge().fromTruth(loaded) : loaded);
    }

    private Value store(Site site, Accessor accessor, int id, Fieldwise memory, List<Term> numbers) {
        List<Term> keys = numbers.subList(0, numbers.size() - 1);
        Term value = numbers.getLast();
        if (accessor.sort() instanceof Sort.Bool) value = site.terms()
            .not(site.terms().eq(value, site.terms().int32(0)));
        watcher.accessed(site, accessor, keys, value, true);
        site.setHeap(site.heap().with(id, new Cell.Memory(memory.store(accessor.field(), keys, value))));
        return null;
    }
}
