package ashlar.refinement.trial;

import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Alternative;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.term.Evaluator;
import ashlar.refinement.term.Grounding;
import ashlar.refinement.term.Term;
import ashlar.refinement.theory.Probe;
import ashlar.refinement.theory.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// A value at a point, drawn as `Picture` draws objects.
final class Reading {
    private final Classes classes;
    private final Constants constants;
    private final Grounding grounding;
    private final Evaluator evaluator;
    private final Heap heap;

    Reading(Classes classes, Constants constants, Grounding grounding, Evaluator evaluator, Heap heap) {
        this.classes = classes;
        this.constants = constants;
        this.grounding = grounding;
        this.evaluator = evaluator;
        this.heap = heap;
    }

    boolean holds(Term t) {
        return evaluator.value(grounding.of(t)) == 1;
    }

    Object of(Type type, Value value) {
        return switch (value) {
            case Value.Num(var t)            -> number(t);
            case Value.Rec(var name, var fs) -> record((Type.Instance) type, name, fs);
            case Value.Sum(var all)          -> of(type, chosen(all));
            case Value.Null()                -> "null";
            case Value.Ref(var id, _)        -> cell(heap.at(id));
            case Value.Known k               -> known((Type.Instance) type, k);
            default                          -> "unreadable: " + value;
        };
    }

    private long number(Term t) {
        long bits = evaluator.value(grounding.of(t));
        return t.width() == 32 ? (int) bits : bits;
    }

    private Value chosen(Map<String, Alternative> all) {
        List<Value> chosen = all.values().stream().filter(a -> holds(a.is())).map(Alternative::value)
            .toList();
        if (chosen.size() != 1) throw new AssertionError(chosen.size() + " alternatives of " + all.keySet());
        return chosen.getFirst();
    }

    private Object cell(Heap.Cell cell) {
        return switch (cell) {
            case Heap.Cell.Elements(var values) -> {
                List<Object> elements = new ArrayList<>(List.of("array"));
                for (Value v : values) elements.add(of(null, v));
                yield elements;
            }
            case Heap.Cell.Fields(var values)   -> {
                Map<String, Object> all = new TreeMap<>();
                values.forEach((name, v) -> all.put(name, of(null, v)));
                yield all;
            }
            case Heap.Cell.Memory _             -> "a memory";
        };
    }

    private Object record(Type.Instance type, String name, List<Value> fields) {
        List<Object> parts = new ArrayList<>(List.of(name));
        var leaf = type == null ? new Type.Instance(name, List.of()) : Type.leaf(classes, type, name);
        var components = Type.components(classes, leaf);
        for (int i = 0; i < fields.size(); i++) parts.add(of(components.get(i).type(), fields.get(i)));
        return parts;
    }

    private Object each(Type key, Function<Value, Object> f) {
        Map<String, Object> all = new TreeMap<>();
        for (Object k : Reflected.keys(classes, key))
            all.put(new Picture(classes).of(key, k).toString(), f.apply(constants.of(key, k)));
        return all;
    }

    private Object known(Type.Instance type, Value.Known known) {
        Type key = type.arguments().getFirst();
        return switch (type.name()) {
            case "ashlar/model/collection/PMap"   -> each(key, k ->
                holds(Probe.has(known, k)) ? of(type.arguments().get(1), Probe.get(known, k)) : "absent");
            case "ashlar/model/collection/PTable" ->
                each(key, k -> of(type.arguments().get(1), Probe.get(known, k)));
            case "ashlar/model/collection/PSet"   -> each(key, x -> holds(Probe.has(known, x)));
            default                               -> List.of(perhaps(key, Probe.first(known)),
                perhaps(key, Probe.last(known)), each(key, x -> List.of(holds(Probe.has(known, x)),
                    perhaps(key, Probe.after(known, x)), perhaps(key, Probe.before(known, x)))));
        };
    }

    private Object perhaps(Type type, Probe.Perhaps p) {
        return holds(p.some()) ? of(type, p.value().orElseThrow()) : "none";
    }
}
