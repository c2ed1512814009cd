package ashlar.refinement.trial;

import ashlar.model.collection.Option;
import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import ashlar.model.collection.PTable;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.theory.Type;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// An object in words that can be compared: `Reading` draws the same of a value.
final class Picture {
    private final Classes classes;

    Picture(Classes classes) {
        this.classes = classes;
    }

    Object of(Type type, Object object) {
        return switch (object) {
            case null                           -> "null";
            case Boolean _, Character _, Number _ -> Reflected.number(object);
            case PMap<?, ?> m                   -> map((Type.Instance) type, m);
            case PTable<?, ?> t                 -> table((Type.Instance) type, t);
            case PSet<?> s                      -> set((Type.Instance) type, s);
            case PQueue<?> q                    -> queue((Type.Instance) type, q);
            case Record r                       -> record((Type.Instance) type, r);
            default                             ->
                object.getClass().isArray() ? array(object) : fields(object);
        };
    }

    private Object array(Object array) {
        List<Object> elements = new ArrayList<>(List.of("array"));
        for (int i = 0; i < Array.getLength(array); i++) elements.add(of(null, Array.get(array, i)));
        return elements;
    }

    private Object fields(Object object) {
        Map<String, Object> all = new TreeMap<>();
        for (var f : Reflected.fields(object.getClass()))
            all.put(f.getName(), of(null, Reflected.field(object, f.getName())));
        return all;
    }

    private Object record(Type.Instance type, Record r) {
        String name = Reflected.internalName(r.getClass());
        List<Object> parts = new ArrayList<>(List.of(name));
        var leaf = type == null ? new Type.Instance(name, List.of()) : Type.leaf(classes, type, name);
        for (var c : Type.components(classes, leaf)) parts.add(of(c.type(), Reflected.field(r, c.name())));
        return parts;
    }

    /// What f says of each key of the universe.
    private Object each(Type key, Function<Object, Object> f) {
        Map<String, Object> all = new TreeMap<>();
        for (Object k : Reflected.keys(classes, key)) all.put(of(key, k).toString(), f.apply(k));
        return all;
    }

    @SuppressWarnings("unchecked")
    private Object map(Type.Instance type, PMap<?, ?> map) {
        var m = (PMap<Object, Object>) map;
        return each(type.arguments().getFirst(), k -> m.has(k) ? of(type.arguments().get(1), m.get(k))
            : "absent");
    }

    @SuppressWarnings("unchecked")
    private Object table(Type.Instance type, PTable<?, ?> table) {
        var t = (PTable<Object, Object>) table;
        return each(type.arguments().getFirst(), k -> of(type.arguments().get(1), t.get(k)));
    }

    @SuppressWarnings("unchecked")
    private Object set(Type.Instance type, PSet<?> set) {
        var s = (PSet<Object>) set;
        return each(type.arguments().getFirst(), s::has);
    }

    @SuppressWarnings("unchecked")
    private Object queue(Type.Instance type, PQueue<?> queue) {
        var q = (PQueue<Object>) queue;
        Type element = type.arguments().getFirst();
        return List.of(option(element, q.first()), option(element, q.last()), each(element, x ->
            List.of(q.contains(x), option(element, q.after(x)), option(element, q.before(x)))));
    }

    private Object option(Type type, Option<?> option) {
        return option instanceof Option.Some<?>(var x) ? of(type, x) : "none";
    }
}
