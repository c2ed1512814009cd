package ashlar.refinement.theory;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.Equality;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// A `PMap`: its history of updates, read backwards from a key.
final class MapValue implements Value.Known, Equality.Comparand {
    sealed interface Node { }

    record Empty() implements Node { }

    record Base(String name, List<Term> keys, Type key, Type value) implements Node { }

    record Put(MapValue earlier, Value key, Value value) implements Node { }

    record Removed(MapValue earlier, Value key) implements Node { }

    record Mapped(MapValue earlier, BiFunction<Value, Value, Value> f) implements Node { }

    record Either(Term c, MapValue yes, MapValue no) implements Node { }

    private final Symbolic symbolic;
    private final Terms terms;
    private final Node node;
    private final Memo<Term> has = new Memo<>();
    private final Memo<Value> values = new Memo<>();

    MapValue(Symbolic symbolic, Node node) {
        this.symbolic = symbolic;
        this.terms = symbolic.terms;
        this.node = node;
    }

    MapValue then(Node next) {
        return new MapValue(symbolic, next);
    }

    Term has(Value key) {
        return has.at(Symbolic.flat(key), () -> switch (node) {
            case Empty()                        -> terms.fls();
            case Base b                         ->
                symbolic.leaf(b.name + ".has", Sort.bool(), join(b.keys, key));
            case Put(var earlier, var k, _)     -> terms.or(symbolic.same(k, key), earlier.has(key));
            case Removed(var earlier, var k)    ->
                terms.and(terms.not(symbolic.same(k, key)), earlier.has(key));
            case Mapped(var earlier, _)         -> earlier.has(key);
            case Either(var c, var yes, var no) -> terms.ite(c, yes.has(key), no.has(key));
        });
    }

    /// The value at key; any value if there is none.
    Value get(Value key) {
        return values.at(Symbolic.flat(key), () -> switch (node) {
            case Empty()                        -> new Value.Conflict("a value of the empty map");
            case Base b                         -> symbolic.value(b.value, b.name, join(b.keys, key));
            case Put(var earlier, var k, var v) -> chosen(symbolic.same(k, key), v, earlier, key);
            case Removed(var earlier, _)        -> earlier.get(key);
            case Mapped(var earlier, var f)     -> f.apply(key, earlier.get(key));
            case Either(var c, var yes, var no) -> merged(c, yes.get(key), no.get(key));
        });
    }

    private Value chosen(Term same, Value v, MapValue earlier, Value key) {
        return same.isTrue() ? v : merged(same, v, earlier.get(key));
    }

    /// A value of the empty map is never asked for where the other has none.
    private Value merged(Term c, Value a, Value b) {
        return a instanceof Conflict ? b : b instanceof Conflict ? a : symbolic.merge().of(c, a, b);
    }

    static List<Term> join(List<Term> keys, Value key) {
        List<Term> all = new ArrayList<>(keys);
        all.addAll(Symbolic.flat(key));
        return all;
    }

    /// A key made of variables that go to bound.
    Value anyKey(List<Term> bound) {
        return switch (node) {
            case Empty()                     ->
                throw new Unsupported("a quantifier over the keys of the empty map");
            case Base b                      -> symbolic.bound(b.key, bound);
            case Put(_, var k, _)            -> symbolic.boundLike(k, bound);
            case Removed(var earlier, _)     -> earlier.anyKey(bound);
            case Mapped(var earlier, _)      -> earlier.anyKey(bound);
            case Either(_, var yes, var no)  -> yes.isEmptyMap() ? no.anyKey(bound) : yes.anyKey(bound);
        };
    }

    boolean isEmptyMap() {
        return node instanceof Empty;
    }

    @Override
    public Value orElse(Term c, Value other) {
        return other instanceof MapValue m ? then(new Either(c, this, m)) : null;
    }

    @Override
    public Term equalTo(Value other) {
        MapValue that = (MapValue) other;
        if (isEmptyMap() && that.isEmptyMap()) return terms.tru();
        List<Term> bound = new ArrayList<>();
        Value key = isEmptyMap() ? that.anyKey(bound) : anyKey(bound);
        Term sameValue = isEmptyMap() || that.isEmptyMap() ? terms.tru()
                       : new Equality(symbolic.executor).of(get(key), that.get(key));
        return terms.and(terms.forAll(bound, terms.eq(has(key), that.has(key))),
                         terms.forAll(bound, terms.implies(has(key), sameValue)));
    }
}
