package ashlar.refinement.trial;

import ashlar.model.collection.Option;
import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import ashlar.model.collection.PTable;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.term.Evaluator;
import ashlar.refinement.term.Term;
import ashlar.refinement.theory.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Objects as the values of the variables and functions that an arbitrary value is made of.
final class Assignment {
    private record Leaf(String name, List<Long> keys) { }

    private final Classes classes;
    private final Map<Leaf, Long> leaves = new HashMap<>();

    Assignment(Classes classes) {
        this.classes = classes;
    }

    /// An evaluator of terms at this point; what was not bound is 0.
    Evaluator evaluator() {
        Map<Term, Long> variables = new HashMap<>() {
            @Override
            public Long get(Object t) {
                return at(((Term) t).name(), List.of());
            }
        };
        return new Evaluator(variables, (f, keys) -> at(f.name(), keys));
    }

    private long at(String name, List<Long> keys) {
        return leaves.getOrDefault(new Leaf(name, keys), 0L);
    }

    private void leaf(String name, List<Long> keys, long bits) {
        leaves.put(new Leaf(name, keys), bits);
    }

    /// Makes the arbitrary value called name the object, at keys.
    void bind(Type type, String name, List<Long> keys, Object object) {
        switch (type) {
            case Type.Primitive(var code) -> leaf(name, keys, Reflected.bits(code, object));
            case Type.Instance i          -> bindInstance(i, name, keys, object);
        }
    }

    private void bindInstance(Type.Instance type, String name, List<Long> keys, Object object) {
        switch (object) {
            case PMap<?, ?> m   -> bindMap(type, name, keys, m);
            case PTable<?, ?> t -> bindTable(type, name, keys, t);
            case PSet<?> s      -> bindSet(type, name, keys, s);
            case PQueue<?> q    -> bindQueue(type.arguments().getFirst(), name, keys, q);
            default             -> {
                if (classes.isRecord(type.name())) bindRecord(type, name, keys, object);
                else bindSum(type, name, keys, object);
            }
        }
    }

    private void bindRecord(Type.Instance type, String name, List<Long> keys, Object object) {
        for (var c : Type.components(classes, type))
            bind(c.type(), name + "." + c.name(), keys, Reflected.field(object, c.name()));
    }

    private void bindSum(Type.Instance type, String name, List<Long> keys, Object object) {
        List<String> all = classes.leaves(type.name());
        String leaf = Reflected.internalName(object.getClass());
        String simple = object.getClass().getSimpleName();
        if (all.size() > 2) leaf(name + "#tag", keys, all.indexOf(leaf));
        else if (all.indexOf(leaf) == 0) leaf(name + "#" + simple, keys, 1);
        bindInstance(Type.leaf(classes, type, leaf), name + "." + simple, keys, object);
    }

    private List<Long> joined(List<Long> keys, Type type, Object key) {
        List<Long> all = new ArrayList<>(keys);
        all.addAll(Reflected.flat(classes, type, key));
        return all;
    }

    private void bindMap(Type.Instance type, String name, List<Long> keys, PMap<?, ?> map) {
        for (Object k : map.keys()) {
            List<Long> at = joined(keys, type.arguments().getFirst(), k);
            leaf(name + ".has", at, 1);
            bind(type.arguments().get(1), name, at, unchecked(map).get(k));
        }
    }

    private void bindTable(Type.Instance type, String name, List<Long> keys, PTable<?, ?> table) {
        Type key = type.arguments().getFirst();
        for (Object k : Reflected.keys(classes, key))
            bind(type.arguments().get(1), name, joined(keys, key, k), unchecked(table).get(k));
    }

    @SuppressWarnings("unchecked")
    private static PMap<Object, Object> unchecked(PMap<?, ?> map) {
        return (PMap<Object, Object>) map;
    }

    @SuppressWarnings("unchecked")
    private static PTable<Object, Object> unchecked(PTable<?, ?> table) {
        return (PTable<Object, Object>) table;
    }

    private void bindSet(Type.Instance type, String name, List<Long> keys, PSet<?> set) {
        for (Object x : set.toSet()) leaf(name + ".has", joined(keys, type.arguments().getFirst(), x), 1);
    }

    private <T> void bindQueue(Type element, String name, List<Long> keys, PQueue<T> queue) {
        bindOption(element, name + ".first", keys, queue.first());
        bindOption(element, name + ".last", keys, queue.last());
        for (T x : queue.toList()) {
            List<Long> at = joined(keys, element, x);
            leaf(name + ".in", at, 1);
            bindOption(element, name + ".after", at, queue.after(x));
            bindOption(element, name + ".before", at, queue.before(x));
        }
    }

    private void bindOption(Type element, String name, List<Long> keys, Option<?> option) {
        if (!(option instanceof Option.Some<?>(var x))) return;
        leaf(name + "#some", keys, 1);
        bind(element, name, keys, x);
    }
}
