package ashlar.refinement.theory;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.Equality;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// A `PTable`: its history of updates, read backwards from a key.
final class TableValue implements Value.Known, Equality.Comparand {
    sealed interface Node { }

    record Filled(Value value) implements Node { }

    record Base(String name, List<Term> keys, Type key, Type value) implements Node { }

    record Put(TableValue earlier, Value key, Value value) implements Node { }

    record Mapped(TableValue earlier, BiFunction<Value, Value, Value> f) implements Node { }

    record Either(Term c, TableValue yes, TableValue no) implements Node { }

    private final Symbolic symbolic;
    private final Terms terms;
    private final Node node;
    private final Memo<Value> values = new Memo<>();

    TableValue(Symbolic symbolic, Node node) {
        this.symbolic = symbolic;
        this.terms = symbolic.terms;
        this.node = node;
    }

    TableValue then(Node next) {
        return new TableValue(symbolic, next);
    }

    Value get(Value key) {
        return values.at(Symbolic.flat(key), () -> switch (node) {
            case Filled(var value)              -> value;
            case Base b                         ->
                symbolic.value(b.value, b.name, MapValue.join(b.keys, key));
            case Put(var earlier, var k, var v) -> chosen(symbolic.same(k, key), v, earlier, key);
            case Mapped(var earlier, var f)     -> f.apply(key, earlier.get(key));
            case Either(var c, var yes, var no) -> symbolic.merge().of(c, yes.get(key), no.get(key));
        });
    }

    private Value chosen(Term same, Value v, TableValue earlier, Value key) {
        return same.isTrue() ? v : symbolic.merge().of(same, v, earlier.get(key));
    }

    private Value anyKey(List<Term> bound) {
        return switch (node) {
            case Filled _               -> null;
            case Base b                 -> symbolic.bound(b.key, bound);
            case Put(_, var k, _)       -> symbolic.boundLike(k, bound);
            case Mapped(var earlier, _) -> earlier.anyKey(bound);
            case Either(_, var yes, var no) -> yes.node instanceof Filled ? no.anyKey(bound)
                : yes.anyKey(bound);
        };
    }

    @Override
    public Value orElse(Term c, Value other) {
        return other instanceof TableValue t ? then(new Either(c, this, t)) : null;
    }

    @Override
    public Term equalTo(Value other) {
        TableValue that = (TableValue) other;
        List<Term> bound = new ArrayList<>();
        Value key = anyKey(bound);
        if (key == null) key = that.anyKey(bound);
        if (key == null) throw new Unsupported("two filled tables compared");
        return terms.forAll(bound, new Equality(symbolic.executor).of(get(key), that.get(key)));
    }
}
