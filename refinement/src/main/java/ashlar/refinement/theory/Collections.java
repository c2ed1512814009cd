package ashlar.refinement.theory;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Closure;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.lift.Executor;
import ashlar.refinement.lift.Known;
import ashlar.refinement.lift.Site;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// The methods of `PMap`, `PTable`, `PSet`, `PQueue` and `Range`.
public final class Collections implements Known {
    static final String MAP = "ashlar/model/collection/PMap";
    static final String TABLE = "ashlar/model/collection/PTable";
    static final String SET = "ashlar/model/collection/PSet";
    static final String QUEUE = "ashlar/model/collection/PQueue";
    static final String FOREST = "ashlar/model/collection/PForest";
    private static final String INDEX = "ashlar/model/collection/Range$Index";
    private static final String RANGE = "ashlar/model/collection/Range";
    private static final String NO_SUCH_ELEMENT = "java/util/NoSuchElementException";
    private static final String ILLEGAL_ARGUMENT = "java/lang/IllegalArgumentException";
    private static final long EXPANDED = 8;

    private final Symbolic symbolic;
    private final Consumer<Term> defined;
    private final Forests forests;

    /// @param defined hears of conditions under which quantified predicates and mapped functions raise
    /// nothing
    public Collections(Symbolic symbolic, Consumer<Term> defined) {
        this.symbolic = symbolic;
        this.defined = defined;
        this.forests = new Forests(symbolic, this);
    }

    @Override
    public boolean knows(String owner, String name, String descriptor) {
        return Set.of(MAP, TABLE, SET, QUEUE, FOREST, RANGE).contains(owner) && !name.equals("equals");
    }

    @Override
    public Value call(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        return switch (owner) {
            case MAP   -> name.equals("empty") ? new MapValue(symbolic, new MapValue.Empty())
                : map(site, name, arguments);
            case TABLE -> name.equals("filledWith")
                ? new TableValue(symbolic, new TableValue.Filled(arguments.getFirst()))
                                                    : table(site, name, arguments);
            case SET   -> isStatic(name) ? newSet(arguments) : set(site, name, arguments);
            case QUEUE -> isStatic(name) ? newQueue(site, arguments) : queue(site, name, arguments);
            case FOREST -> forests.call(site, name, arguments);
            default    -> range(site, name, arguments);
        };
    }

    private static boolean isStatic(String name) {
        return name.equals("empty") || name.equals("of");
    }

    Value truth(Term t) {
        return new Num(symbolic.merge().fromTruth(t));
    }

    private Value map(Site site, String name, List<Value> a) {
        MapValue m = (MapValue) a.getFirst();
        return switch (name) {
            case "has"    -> truth(m.has(a.get(1)));
            case "get"    -> {
                site.raiseIf(site.terms().not(m.has(a.get(1))), NO_SUCH_ELEMENT);
                yield m.get(a.get(1));
            }
            case "put"    -> m.then(new MapValue.Put(m, a.get(1), a.get(2)));
            case "remove" -> m.then(new MapValue.Removed(m, a.get(1)));
            case "map"    -> {
                var f = total(site, a.get(1));
                if (!m.isEmptyMap()) {
                    Value key = m.anyKey(new ArrayList<>());
                    var _ = f.apply(List.of(key, m.get(key)));
                }
                yield m.then(new MapValue.Mapped(m, (k, v) -> f.apply(List.of(k, v))));
            }
            case "forAll" -> truth(m.isEmptyMap() ? site.terms().tru() : all(site, m, a.get(1), false));
            case "exists" ->
                truth(m.isEmptyMap() ? site.terms().fls() : site.terms().not(all(site, m, a.get(1), true)));
            default       -> throw new Unsupported("PMap." + name);
        };
    }

    private Term all(Site site, MapValue m, Value predicate, boolean negated) {
        List<Term> bound = new ArrayList<>();
        Value key = m.anyKey(bound);
        return quantified(site, bound, m.has(key), predicate, List.of(key, m.get(key)), negated);
    }

    /// For all values of bound within domain, predicate (or, negated, its opposite) holds and raises nothing.
    private Term quantified(Site site, List<Term> bound, Term domain, Value predicate, List<Value> arguments,
        boolean negated) {
        var terms = site.terms();
        var result = applier(site, predicate).apply(arguments);
        defined.accept(terms.forAll(bound, terms.implies(domain, result.returns())));
        Term holds = result.value() == null ? terms.fls() : isTrue(result.value());
        Term claim = terms.and(result.returns(), holds);
        return terms.forAll(bound, terms.implies(domain, negated ? terms.not(claim) : claim));
    }

    private Term isTrue(Value v) {
        Term t = ((Num) v).term();
        return symbolic.merge().truth(t)
            .orElseGet(() -> symbolic.terms.not(symbolic.terms.eq(t, symbolic.terms.int32(0))));
    }

    private static Function<List<Value>, Executor.Result> applier(Site site, Value closure) {
        if (closure instanceof Closure c) return site.applier(c);
        throw new Unsupported("a function that is no lambda in place");
    }

    /// A function to map with: one that raises nothing, whatever the element.
    private static Function<List<Value>, Value> total(Site site, Value closure) {
        var f = applier(site, closure);
        return arguments -> {
            var result = f.apply(arguments);
            if (!result.returns().isTrue())
                throw new Unsupported("a mapped function that may raise an exception");
            return result.value();
        };
    }

    private Value table(Site site, String name, List<Value> a) {
        TableValue t = (TableValue) a.getFirst();
        return switch (name) {
            case "get" -> t.get(a.get(1));
            case "put" -> t.then(new TableValue.Put(t, a.get(1), a.get(2)));
            case "map" -> {
                var f = total(site, a.get(1));
                yield t.then(new TableValue.Mapped(t, (k, v) -> f.apply(List.of(k, v))));
            }
            default    -> throw new Unsupported("PTable." + name);
        };
    }

    private Value newSet(List<Value> elements) {
        SetValue s = new SetValue(symbolic, new SetValue.Empty());
        for (Value t : plain(elements)) s = s.then(new SetValue.Added(s, t));
        return s;
    }

    /// Elements given one by one, not as an array.
    private static List<Value> plain(List<Value> elements) {
        for (Value t : elements) if (t instanceof Value.Ref)
            throw new Unsupported("of(...) with more than two elements");
        return elements;
    }

    private Value set(Site site, String name, List<Value> a) {
        SetValue s = (SetValue) a.getFirst();
        return switch (name) {
            case "has"     -> truth(s.has(a.get(1)));
            case "add"     -> s.then(new SetValue.Added(s, a.get(1)));
            case "remove"  -> s.then(new SetValue.Removed(s, a.get(1)));
            case "map"     -> {
                var f = total(site, a.get(1));
                Value x = s.anyElement(new ArrayList<>());
                if (x != null) { var _ = f.apply(List.of(x)); }
                yield s.then(new SetValue.Image(s, v -> f.apply(List.of(v))));
            }
            case "forAll"  -> truth(all(site, s, a.get(1), false));
            case "exists"  -> truth(site.terms().not(all(site, s, a.get(1), true)));
            case "isEmpty" -> truth(nothingIn(s));
            default        -> throw new Unsupported("PSet." + name);
        };
    }

    private Term nothingIn(SetValue s) {
        List<Term> bound = new ArrayList<>();
        Value x = s.anyElement(bound);
        return x == null ? symbolic.terms.tru() : symbolic.terms.forAll(bound, symbolic.terms.not(s.has(x)));
    }

    private Term all(Site site, SetValue s, Value predicate, boolean negated) {
        List<Term> bound = new ArrayList<>();
        Value x = s.anyElement(bound);
        return x == null ? site.terms().tru()
            : quantified(site, bound, s.has(x), predicate, List.of(x), negated);
    }

    private Value newQueue(Site site, List<Value> elements) {
        QueueValue q = new QueueValue(symbolic, new QueueValue.Empty());
        for (Value t : plain(elements)) q = appended(site, q, t);
        return q;
    }

    private static QueueValue appended(Site site, QueueValue q, Value t) {
        site.raiseIf(q.contains(t), ILLEGAL_ARGUMENT);
        return q.then(new QueueValue.Appended(q, t));
    }

    private Value queue(Site site, String name, List<Value> a) {
        QueueValue q = (QueueValue) a.getFirst();
        return switch (name) {
            case "contains"    -> truth(q.contains(a.get(1)));
            case "isEmpty"     -> truth(site.terms().not(q.first().some()));
            case "precedes"    -> truth(q.precedes(a.get(1), a.get(2)));
            case "first"       -> q.first().asOption(symbolic);
            case "last"        -> q.last().asOption(symbolic);
            case "after"       -> q.after(a.get(1)).asOption(symbolic);
            case "before"      -> q.before(a.get(1)).asOption(symbolic);
            case "head"        -> head(site, q);
            case "tail"        -> q.then(new QueueValue.Removed(q, head(site, q)));
            case "append"      -> appended(site, q, a.get(1));
            case "prepend"     -> inserted(site, q, null, a.get(1));
            case "insertAfter" -> {
                site.raiseIf(site.terms().not(q.contains(a.get(1))), NO_SUCH_ELEMENT);
                yield inserted(site, q, a.get(1), a.get(2));
            }
            case "remove"      -> q.then(new QueueValue.Removed(q, a.get(1)));
            case "replace"     -> replaced(site, q, a.get(1), a.get(2));
            case "forAll"      -> truth(all(site, q, a.get(1), false));
            case "exists"      -> truth(site.terms().not(all(site, q, a.get(1), true)));
            default            -> throw new Unsupported("PQueue." + name);
        };
    }

    private static Value head(Site site, QueueValue q) {
        site.raiseIf(site.terms().not(q.first().some()), NO_SUCH_ELEMENT);
        if (q.first().value() == null) return new Value.Conflict("the head of the empty queue");
        return q.first().value();
    }

    private static Value inserted(Site site, QueueValue q, Value after, Value t) {
        site.raiseIf(q.contains(t), ILLEGAL_ARGUMENT);
        return q.then(new QueueValue.Inserted(q, after, t));
    }

    private Value replaced(Site site, QueueValue q, Value x, Value y) {
        Term same = symbolic.same(x, y);
        site.raiseIf(site.terms().not(q.contains(x)), NO_SUCH_ELEMENT);
        site.raiseIf(site.terms().and(q.contains(y), site.terms().not(same)), ILLEGAL_ARGUMENT);
        return q.then(new QueueValue.Either(same, q, q.then(new QueueValue.Replaced(q, x, y))));
    }

    Term all(Site site, QueueValue q, Value predicate, boolean negated) {
        List<Term> bound = new ArrayList<>();
        Value x = q.anyElement(bound);
        return x == null ? site.terms().tru()
            : quantified(site, bound, q.contains(x), predicate, List.of(x), negated);
    }

    private Value range(Site site, String name, List<Value> a) {
        var terms = site.terms();
        if (name.equals("greatest")) return greatest(site, a);
        boolean negated = name.equals("exists");
        Term from = ((Num) a.get(0)).term();
        Term to = ((Num) a.get(1)).term();
        Term all = from.isConstant() && to.isConstant() && isShort(from.toSigned(), to.toSigned())
                 ? each(site, from.toSigned(), to.toSigned(), a.get(2), negated)
                 : between(site, from, to, a.get(2), negated);
        return truth(negated ? terms.not(all) : all);
    }

    private static boolean isShort(long from, long to) {
        return from >= to || Long.compareUnsigned(to - from, EXPANDED) <= 0;
    }

    private Term between(Site site, Term from, Term to, Value predicate, boolean negated) {
        var terms = site.terms();
        Term i = terms.bound("i", from.sort());
        Term domain = terms.and(terms.sle(from, i), terms.slt(i, to));
        return quantified(site, List.of(i), domain, predicate, List.of(new Num(i)), negated);
    }

    private Term each(Site site, long from, long to, Value predicate, boolean negated) {
        List<Term> all = new ArrayList<>();
        for (long i = from; i < to; i++) {
            all.add(quantified(site, List.of(), site.terms().tru(), predicate,
                List.of(new Num(site.terms().int64(i))), negated));
        }
        return site.terms().and(all);
    }

    /// A number with the property and none above it, if there is one.
    private Value greatest(Site site, List<Value> a) {
        var terms = site.terms();
        Term from = ((Num) a.get(0)).term();
        Term to = ((Num) a.get(1)).term();
        var p = applier(site, a.get(2));
        Term i = terms.bound("i", Sort.bits(64));
        Term claim = isTrue(p.apply(List.of(new Num(i))).value());
        List<Term> outer = claim.free().stream().filter(x -> x != i).toList();
        String name = terms.fresh("greatest", Sort.bits(64)).name();
        Term some = symbolic.leaf(name + "#some", Sort.bool(), outer);
        Term value = symbolic.leaf(name, Sort.bits(64), outer);
        Term inside =
            terms.and(terms.sle(from, value), terms.slt(value, to),
            isTrue(p.apply(List.of(new Num(value))).value()));
        symbolic.state(terms.forAll(outer, terms.implies(some, inside)));
        List<Term> all = new ArrayList<>(outer);
        all.add(i);
        symbolic.state(terms.forAll(all, terms.implies(terms.and(terms.sle(from, i), terms.slt(i, to), claim),
            terms.and(some, terms.sle(i, value)))));
        return new Maybe(some, new Value.Rec(INDEX, List.of(new Num(value)))).asOption(symbolic);
    }
}
