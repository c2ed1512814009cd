package ashlar.refinement.theory;

import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.Equality;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A `PSet`: membership, read through the history of updates.
final class SetValue implements Value.Known, Equality.Comparand {
    sealed interface Node { }

    record Empty() implements Node { }

    record Base(String name, List<Term> keys, Type element) implements Node { }

    record Added(SetValue earlier, Value t) implements Node { }

    record Removed(SetValue earlier, Value t) implements Node { }

    record Image(SetValue earlier, UnaryOperator<Value> f) implements Node { }

    record Either(Term c, SetValue yes, SetValue no) implements Node { }

    private final Symbolic symbolic;
    private final Terms terms;
    private final Node node;
    private final Memo<Term> members = new Memo<>();

    SetValue(Symbolic symbolic, Node node) {
        this.symbolic = symbolic;
        this.terms = symbolic.terms;
        this.node = node;
    }

    SetValue then(Node next) {
        return new SetValue(symbolic, next);
    }

    Term has(Value x) {
        return members.at(Symbolic.flat(x), () -> switch (node) {
            case Empty()                        -> terms.fls();
            case Base b                         ->
                symbolic.leaf(b.name + ".has", Sort.bool(), MapValue.join(b.keys, x));
            case Added(var s, var t)            -> terms.or(symbolic.same(t, x), s.has(x));
            case Removed(var s, var t)          -> terms.and(terms.not(symbolic.same(t, x)), s.has(x));
            case Image(var s, var f)            -> image(s, f, x);
            case Either(var c, var yes, var no) -> terms.ite(c, yes.has(x), no.has(x));
        });
    }

    private Term image(SetValue s, UnaryOperator<Value> f, Value x) {
        List<Term> bound = new ArrayList<>();
        Value y = s.anyElement(bound);
        if (y == null) return terms.fls();
        return terms.exists(bound, terms.and(s.has(y), symbolic.same(f.apply(y), x)));
    }

    /// An element made of variables that go to bound; null if the set is empty by its form.
    Value anyElement(List<Term> bound) {
        return switch (node) {
            case Empty()                    -> null;
            case Base b                     -> symbolic.bound(b.element, bound);
            case Added(_, var t)            -> symbolic.boundLike(t, bound);
            case Removed(_, var t)          -> symbolic.boundLike(t, bound);
            case Image(var s, _)            -> s.anyElement(bound);
            case Either(_, var yes, var no) -> yes.node instanceof Empty ? no.anyElement(bound)
                : yes.anyElement(bound);
        };
    }

    @Override
    public Value orElse(Term c, Value other) {
        return other instanceof SetValue s ? then(new Either(c, this, s)) : null;
    }

    @Override
    public Term equalTo(Value other) {
        SetValue that = (SetValue) other;
        List<Term> bound = new ArrayList<>();
        Value x = node instanceof Empty ? that.anyElement(bound) : anyElement(bound);
        return x == null ? terms.tru() : terms.forAll(bound, terms.eq(has(x), that.has(x)));
    }
}
