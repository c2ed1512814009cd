package ashlar.refinement.theory;

import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.Equality;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;

/// A `PForest`: its chains in preorder, of which a `QueueValue` keeps membership and neighbours, and who is
/// below
/// whom, read through the history of updates.
final class ForestValue implements Value.Known, Equality.Comparand {
    sealed interface Node { }

    record Empty() implements Node { }

    record Base(String name, List<Term> keys) implements Node { }

    record Root(ForestValue earlier, Value t) implements Node { }

    record Child(ForestValue earlier, Value x, Value t) implements Node { }

    record Sibling(ForestValue earlier, Value x, Value t) implements Node { }

    record Removed(ForestValue earlier, Value t) implements Node { }

    /// y where x was; x is there and y is not.
    record Replaced(ForestValue earlier, Value x, Value y) implements Node { }

    record Either(Term c, ForestValue yes, ForestValue no) implements Node { }

    private final Symbolic symbolic;
    private final Terms terms;
    private final QueueValue order;
    private final Node node;
    private final Memo<Term> below = new Memo<>();

    private ForestValue(Symbolic symbolic, QueueValue order, Node node) {
        this.symbolic = symbolic;
        this.terms = symbolic.terms;
        this.order = order;
        this.node = node;
    }

    static ForestValue empty(Symbolic symbolic) {
        return new ForestValue(symbolic, new QueueValue(symbolic, new QueueValue.Empty()), new Empty());
    }

    static ForestValue base(Symbolic symbolic, String name, List<Term> keys, Type element) {
        var order = new QueueValue(symbolic, new QueueValue.Base(name + ".preorder", keys, element));
        return new ForestValue(symbolic, order, new Base(name, keys));
    }

    QueueValue order() {
        return order;
    }

    ForestValue root(Value t) {
        return new ForestValue(symbolic, order.then(new QueueValue.Aside(order, t)), new Root(this, t));
    }

    ForestValue child(Value x, Value t) {
        return new ForestValue(symbolic, order.then(new QueueValue.Inserted(order, x, t)),
            new Child(this, x, t));
    }

    ForestValue sibling(Value x, Value t) {
        return new ForestValue(symbolic, order.then(new QueueValue.Inserted(order, x, t)),
            new Sibling(this, x, t));
    }

    ForestValue removed(Value t) {
        return new ForestValue(symbolic, order.then(new QueueValue.Removed(order, t)), new Removed(this, t));
    }

    ForestValue replaced(Value x, Value y) {
        return new ForestValue(symbolic, order.then(new QueueValue.Replaced(order, x, y)),
            new Replaced(this, x, y));
    }

    /// Whether t is a descendant of x.
    Term isBelow(Value t, Value x) {
        return below.at(MapValue.join(Symbolic.flat(t), x), () -> switch (node) {
            case Empty()                         -> terms.fls();
            case Base b                          ->
                symbolic.leaf(b.name + ".below", Sort.bool(), MapValue.join(MapValue.join(b.keys, t), x));
            case Root(var f, var u)              -> terms.and(neither(u, t, x), f.isBelow(t, x));
            case Child(var f, var p, var u)      -> terms.ite(symbolic.same(u, t),
                terms.or(symbolic.same(p, x), f.isBelow(p, x)), terms.and(neither(u, x, x), f.isBelow(t, x)));
            case Sibling(var f, var p, var u)    -> terms.ite(symbolic.same(u, t),
                f.isBelow(p, x), terms.and(neither(u, x, x), f.isBelow(t, x)));
            case Removed(var f, var u)           -> terms.and(neither(u, t, x), f.isBelow(t, x));
            case Replaced(var f, var was, var y) -> terms.and(neither(was, t, x), renamed(f, was, y, t, x));
            case Either(var c, var yes, var no)  -> terms.ite(c, yes.isBelow(t, x), no.isBelow(t, x));
        });
    }

    private Term neither(Value u, Value t, Value x) {
        return terms.and(terms.not(symbolic.same(u, t)), terms.not(symbolic.same(u, x)));
    }

    private Term renamed(ForestValue f, Value was, Value y, Value t, Value x) {
        Term isT = symbolic.same(y, t);
        Term isX = symbolic.same(y, x);
        return terms.ite(isT, terms.and(terms.not(isX), f.isBelow(was, x)),
            terms.ite(isX, f.isBelow(t, was), f.isBelow(t, x)));
    }

    /// Whether x comes somewhere before y in preorder.
    Term precedes(Value x, Value y) {
        return order.precedes(x, y);
    }

    /// Whether what comes right after x is below it: then it has descendants, and else none.
    Term hasDescendants(Value x) {
        Maybe next = order.after(x);
        return next.value() == null ? terms.fls() : terms.and(next.some(), isBelow(next.value(), x));
    }

    @Override
    public Value orElse(Term c, Value other) {
        return other instanceof ForestValue f
            ? new ForestValue(symbolic, (QueueValue) order.orElse(c, f.order), new Either(c, this, f)) : null;
    }

    @Override
    public Term equalTo(Value other) {
        ForestValue that = (ForestValue) other;
        List<Term> bound = new ArrayList<>();
        Value t = order.anyElement(bound);
        if (t == null) t = that.order.anyElement(bound);
        if (t == null) return terms.tru();
        Value x = symbolic.boundLike(t, bound);
        return terms.and(order.equalTo(that.order),
            terms.forAll(bound, terms.eq(isBelow(t, x), that.isBelow(t, x))));
    }
}
