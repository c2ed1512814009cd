package ashlar.refinement.theory;

import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.Equality;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;

/// A `PQueue`: membership, ends and neighbours, each read through the history of updates.
final class QueueValue implements Value.Known, Equality.Comparand {
    sealed interface Node { }

    record Empty() implements Node { }

    record Base(String name, List<Term> keys, Type element) implements Node { }

    /// t between x and what was after x; at the front if x is null.
    record Inserted(QueueValue earlier, Value x, Value t) implements Node { }

    record Appended(QueueValue earlier, Value t) implements Node { }

    /// t beside the sequence, as a chain of its own; the ends stay what they are.
    record Aside(QueueValue earlier, Value t) implements Node { }

    record Removed(QueueValue earlier, Value t) implements Node { }

    /// y where x was; x is there and y is not.
    record Replaced(QueueValue earlier, Value x, Value y) implements Node { }

    record Either(Term c, QueueValue yes, QueueValue no) implements Node { }

    private final Symbolic symbolic;
    private final Terms terms;
    private final Node node;
    private final Memo<Term> members = new Memo<>();
    private Maybe first;
    private Maybe last;
    private final Memo<Maybe> afters = new Memo<>();
    private final Memo<Maybe> befores = new Memo<>();
    private final Memo<Term> precedes = new Memo<>();

    QueueValue(Symbolic symbolic, Node node) {
        this.symbolic = symbolic;
        this.terms = symbolic.terms;
        this.node = node;
    }

    QueueValue then(Node next) {
        return new QueueValue(symbolic, next);
    }

    Term contains(Value x) {
        return members.at(Symbolic.flat(x), () -> switch (node) {
            case Empty()                         -> terms.fls();
            case Base b                          ->
                symbolic.leaf(b.name + ".in", Sort.bool(), MapValue.join(b.keys, x));
            case Inserted(var q, _, var t)       -> terms.or(symbolic.same(t, x), q.contains(x));
            case Appended(var q, var t)          -> terms.or(symbolic.same(t, x), q.contains(x));
            case Aside(var q, var t)             -> terms.or(symbolic.same(t, x), q.contains(x));
            case Removed(var q, var t)           -> terms.and(terms.not(symbolic.same(t, x)), q.contains(x));
            case Replaced(var q, var was, var y) -> terms.or(symbolic.same(y, x),
                                                             terms.and(terms.not(symbolic.same(was, x)),
                                                                 q.contains(x)));
            case Either(var c, var yes, var no)  -> terms.ite(c, yes.contains(x), no.contains(x));
        });
    }

    Maybe first() {
        if (first == null) first = firstOf();
        return first;
    }

    private Maybe firstOf() {
        return switch (node) {
            case Empty()                         -> none();
            case Base b                          -> base(b, ".first", b.keys);
            case Inserted(var q, var at, var t)  -> at == null ? some(t) : q.first();
            case Appended(var q, var t)          -> q.first().orElse(symbolic, q.first().some(), some(t));
            case Aside(var q, _)                 -> q.first();
            case Removed(var q, var t)           -> q.after(t)
                .orElse(symbolic, q.first().is(symbolic, t), q.first());
            case Replaced(var q, var was, var y) -> some(y)
                .orElse(symbolic, q.first().is(symbolic, was), q.first());
            case Either(var c, var yes, var no)  -> yes.first().orElse(symbolic, c, no.first());
        };
    }

    Maybe last() {
        if (last == null) last = lastOf();
        return last;
    }

    private Maybe lastOf() {
        return switch (node) {
            case Empty()                         -> none();
            case Base b                          -> base(b, ".last", b.keys);
            case Inserted(var q, var at, var t)  -> some(t)
                .orElse(symbolic, at == null ? terms.not(q.last().some()) : q.last().is(symbolic, at),
                q.last());
            case Appended(_, var t)              -> some(t);
            case Aside(var q, _)                 -> q.last();
            case Removed(var q, var t)           -> q.before(t)
                .orElse(symbolic, q.last().is(symbolic, t), q.last());
            case Replaced(var q, var was, var y) -> some(y)
                .orElse(symbolic, q.last().is(symbolic, was), q.last());
            case Either(var c, var yes, var no)  -> yes.last().orElse(symbolic, c, no.last());
        };
    }

    Maybe after(Value x) {
        return afters.at(Symbolic.flat(x), () -> switch (node) {
            case Empty()                         -> none();
            case Base b                          -> base(b, ".after", MapValue.join(b.keys, x));
            case Inserted(var q, var at, var t)  -> at == null
                ? q.first().orElse(symbolic, symbolic.same(t, x), q.after(x))
                : q.after(at)
                    .orElse(symbolic, symbolic.same(t, x), some(t)
                    .orElse(symbolic, symbolic.same(at, x), q.after(x)));
            case Aside(var q, var t)             -> none().orElse(symbolic, symbolic.same(t, x), q.after(x));
            case Appended(var q, var t)          -> none().orElse(symbolic, symbolic.same(t, x),
                                                    some(t).orElse(symbolic, q.last().is(symbolic, x),
                                                        q.after(x)));
            case Removed(var q, var t)           -> none().orElse(symbolic, symbolic.same(t, x),
                                                    q.after(t)
                                                        .orElse(symbolic, q.after(x).is(symbolic, t),
                                                        q.after(x)));
            case Replaced(var q, var was, var y) -> q.after(was).orElse(symbolic, symbolic.same(y, x),
                                                    none().orElse(symbolic, symbolic.same(was, x),
                                                    some(y).orElse(symbolic, q.after(x).is(symbolic, was),
                                                        q.after(x))));
            case Either(var c, var yes, var no)  -> yes.after(x).orElse(symbolic, c, no.after(x));
        });
    }

    Maybe before(Value x) {
        return befores.at(Symbolic.flat(x), () -> switch (node) {
            case Empty()                         -> none();
            case Base b                          -> base(b, ".before", MapValue.join(b.keys, x));
            case Inserted(var q, var at, var t)  -> at == null
                ? none().orElse(symbolic, symbolic.same(t, x), some(t)
                    .orElse(symbolic, q.first().is(symbolic, x), q.before(x)))
                : some(at)
                    .orElse(symbolic, symbolic.same(t, x), some(t)
                    .orElse(symbolic, q.after(at).is(symbolic, x), q.before(x)));
            case Aside(var q, var t)             -> none().orElse(symbolic, symbolic.same(t, x), q.before(x));
            case Appended(var q, var t)          -> q.last()
                .orElse(symbolic, symbolic.same(t, x), q.before(x));
            case Removed(var q, var t)           -> none().orElse(symbolic, symbolic.same(t, x),
                                                    q.before(t)
                                                        .orElse(symbolic, q.before(x).is(symbolic, t),
                                                        q.before(x)));
            case Replaced(var q, var was, var y) -> q.before(was).orElse(symbolic, symbolic.same(y, x),
                                                    none().orElse(symbolic, symbolic.same(was, x),
                                                    some(y).orElse(symbolic, q.before(x).is(symbolic, was),
                                                        q.before(x))));
            case Either(var c, var yes, var no)  -> yes.before(x).orElse(symbolic, c, no.before(x));
        });
    }

    /// Whether x comes somewhere before y.
    Term precedes(Value x, Value y) {
        return precedes.at(MapValue.join(Symbolic.flat(x), y), () -> switch (node) {
            case Empty()                         -> terms.fls();
            case Base b                          -> symbolic.precedes(b, x, y);
            case Inserted(var q, var at, var t)  -> terms.ite(symbolic.same(t, x),
                at == null ? others(q, t, y) : terms.and(others(q, t, y), q.precedes(at, y)),
                terms.ite(symbolic.same(t, y),
                    at == null ? terms.fls() : terms.or(symbolic.same(at, x), q.precedes(x, at)),
                    q.precedes(x, y)));
            case Aside(var q, var t)             -> terms.and(terms.not(symbolic.same(t, x)),
                terms.not(symbolic.same(t, y)), q.precedes(x, y));
            case Appended(var q, var t)          -> terms.ite(symbolic.same(t, x), terms.fls(),
                terms.ite(symbolic.same(t, y), q.contains(x), q.precedes(x, y)));
            case Removed(var q, var t)           -> terms.and(terms.not(symbolic.same(t, x)),
                terms.not(symbolic.same(t, y)), q.precedes(x, y));
            case Replaced(var q, var was, var t) -> terms.and(terms.not(symbolic.same(was, x)),
                terms.not(symbolic.same(was, y)), renamed(q, was, t, x, y));
            case Either(var c, var yes, var no)  -> terms.ite(c, yes.precedes(x, y), no.precedes(x, y));
        });
    }

    private Term others(QueueValue q, Value t, Value y) {
        return terms.and(terms.not(symbolic.same(t, y)), q.contains(y));
    }

    private Term renamed(QueueValue q, Value was, Value t, Value x, Value y) {
        return terms.ite(symbolic.same(t, x), terms.and(others(q, t, y), q.precedes(was, y)),
            terms.ite(symbolic.same(t, y), q.precedes(x, was), q.precedes(x, y)));
    }

    private Maybe base(Base b, String what, List<Term> keys) {
        return new Maybe(symbolic.leaf(b.name + what + "#some", Sort.bool(), keys),
            symbolic.value(b.element, b.name + what, keys));
    }

    private Maybe none() {
        return Maybe.none(symbolic);
    }

    private Maybe some(Value v) {
        return Maybe.some(symbolic, v);
    }

    /// An element made of variables that go to bound; null if the queue is empty by its form.
    Value anyElement(List<Term> bound) {
        return switch (node) {
            case Empty()                    -> null;
            case Base b                     -> symbolic.bound(b.element, bound);
            case Inserted(_, _, var t)      -> symbolic.boundLike(t, bound);
            case Appended(_, var t)         -> symbolic.boundLike(t, bound);
            case Aside(_, var t)            -> symbolic.boundLike(t, bound);
            case Removed(_, var t)          -> symbolic.boundLike(t, bound);
            case Replaced(_, var x, _)      -> symbolic.boundLike(x, bound);
            case Either(_, var yes, var no) -> yes.anyElement(bound, no);
        };
    }

    /// An element of this queue, or of other if this one is empty by its form.
    private Value anyElement(List<Term> bound, QueueValue other) {
        Value x = anyElement(bound);
        return x == null ? other.anyElement(bound) : x;
    }

    @Override
    public Value orElse(Term c, Value other) {
        return other instanceof QueueValue q ? then(new Either(c, this, q)) : null;
    }

    /// Two sequences are equal if they begin alike, have the same elements and each element the same
    /// successor.
    @Override
    public Term equalTo(Value other) {
        QueueValue that = (QueueValue) other;
        List<Term> bound = new ArrayList<>();
        Value x = anyElement(bound, that);
        if (x == null) return terms.tru();
        return terms.and(equal(first(), that.first()),
                         terms.forAll(bound, terms.eq(contains(x), that.contains(x))),
                         terms.forAll(bound, terms.implies(contains(x), equal(after(x), that.after(x)))));
    }

    private Term equal(Maybe a, Maybe b) {
        Term both = a.value() == null || b.value() == null ? terms.fls()
            : symbolic.same(a.value(), b.value());
        return terms.and(terms.eq(a.some(), b.some()), terms.implies(terms.and(a.some(), b.some()), both));
    }
}
