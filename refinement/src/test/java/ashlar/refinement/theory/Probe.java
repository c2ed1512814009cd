package ashlar.refinement.theory;

import ashlar.refinement.heap.Value;
import ashlar.refinement.term.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks into values of the collections, and makes them of concrete contents.
public final class Probe {
    /// An `Option`: whether there is a value, and which.
    public record Perhaps(Term some, Optional<Value> value) { }

    private Probe() { }

    public static Term has(Value collection, Value x) {
        return switch (collection) {
            case MapValue m   -> m.has(x);
            case SetValue s   -> s.has(x);
            case QueueValue q -> q.contains(x);
            default           -> throw new IllegalArgumentException("no collection: " + collection);
        };
    }

    public static Value get(Value collection, Value key) {
        return switch (collection) {
            case MapValue m   -> m.get(key);
            case TableValue t -> t.get(key);
            default           -> throw new IllegalArgumentException("no map: " + collection);
        };
    }

    public static Perhaps first(Value queue) {
        return perhaps(((QueueValue) queue).first());
    }

    public static Perhaps last(Value queue) {
        return perhaps(((QueueValue) queue).last());
    }

    public static Perhaps after(Value queue, Value x) {
        return perhaps(((QueueValue) queue).after(x));
    }

    public static Perhaps before(Value queue, Value x) {
        return perhaps(((QueueValue) queue).before(x));
    }

    private static Perhaps perhaps(Maybe m) {
        return new Perhaps(m.some(), Optional.ofNullable(m.value()));
    }

    public static Value map(Symbolic symbolic, Map<Value, Value> entries) {
        MapValue m = new MapValue(symbolic, new MapValue.Empty());
        for (var e : entries.entrySet()) m = m.then(new MapValue.Put(m, e.getKey(), e.getValue()));
        return m;
    }

    public static Value table(Symbolic symbolic, Value filling, Map<Value, Value> entries) {
        TableValue t = new TableValue(symbolic, new TableValue.Filled(filling));
        for (var e : entries.entrySet()) t = t.then(new TableValue.Put(t, e.getKey(), e.getValue()));
        return t;
    }

    public static Value set(Symbolic symbolic, List<Value> elements) {
        SetValue s = new SetValue(symbolic, new SetValue.Empty());
        for (Value x : elements) s = s.then(new SetValue.Added(s, x));
        return s;
    }

    public static Value queue(Symbolic symbolic, List<Value> elements) {
        QueueValue q = new QueueValue(symbolic, new QueueValue.Empty());
        for (Value x : elements) q = q.then(new QueueValue.Appended(q, x));
        return q;
    }
}
