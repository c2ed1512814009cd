package ashlar.refinement.trial;

import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import ashlar.model.collection.PTable;
import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.term.Terms;
import ashlar.refinement.theory.Probe;
import ashlar.refinement.theory.Symbolic;
import ashlar.refinement.theory.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Objects as values without variables.
final class Constants {
    private final Terms terms;
    private final Classes classes;
    private final Symbolic symbolic;

    Constants(Terms terms, Classes classes, Symbolic symbolic) {
        this.terms = terms;
        this.classes = classes;
        this.symbolic = symbolic;
    }

    Value of(Type type, Object object) {
        return switch (type) {
            case Type.Primitive(var code) -> new Value.Num(code == 'J' ? terms.int64(Reflected.number(object))
                : terms.int32((int) Reflected.number(object)));
            case Type.Instance i          -> instance(i, object);
        };
    }

    private Value instance(Type.Instance type, Object object) {
        return switch (object) {
            case PMap<?, ?> m   -> {
                Map<Value, Value> entries = new LinkedHashMap<>();
                for (Object k : m.keys()) entries.put(of(argument(type, 0), k), at(type, m, k));
                yield Probe.map(symbolic, entries);
            }
            case PTable<?, ?> t -> table(type, t);
            case PSet<?> s      -> Probe.set(symbolic, each(argument(type, 0), List.copyOf(s.toSet())));
            case PQueue<?> q    -> Probe.queue(symbolic, each(argument(type, 0), q.toList()));
            default             -> record(type, object);
        };
    }

    private static Type argument(Type.Instance type, int i) {
        return type.arguments().get(i);
    }

    @SuppressWarnings("unchecked")
    private Value at(Type.Instance type, PMap<?, ?> m, Object k) {
        return of(argument(type, 1), ((PMap<Object, Object>) m).get(k));
    }

    @SuppressWarnings("unchecked")
    private Value table(Type.Instance type, PTable<?, ?> t) {
        Map<Value, Value> entries = new LinkedHashMap<>();
        for (Object k : Reflected.keys(classes, argument(type, 0)))
            entries.put(of(argument(type, 0), k),
                of(argument(type, 1), ((PTable<Object, Object>) t).get(k)));
        return Probe.table(symbolic, entries.values().iterator().next(), entries);
    }

    private List<Value> each(Type type, List<?> objects) {
        return objects.stream().map(x -> of(type, x)).toList();
    }

    private Value record(Type.Instance type, Object object) {
        Type.Instance leaf = Type.leaf(classes, type, Reflected.internalName(object.getClass()));
        return new Value.Rec(leaf.name(), Type.components(classes, leaf).stream()
            .map(c -> of(c.type(), Reflected.field(object, c.name()))).toList());
    }
}
