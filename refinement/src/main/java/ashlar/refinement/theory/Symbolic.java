package ashlar.refinement.theory;

import ashlar.refinement.heap.Merge;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Alternative;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.heap.Value.Rec;
import ashlar.refinement.heap.Value.Sum;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.lift.Executor;
import ashlar.refinement.term.Function;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Arbitrary values of a type. Each leaf is an uninterpreted function of the keys that lead to it: the
/// priority of an arbitrary thread of an arbitrary state is one function of the thread's address.
public final class Symbolic {
    final Terms terms;
    final Executor executor;
    private final Classes classes;
    private final Merge merge;
    private final Consumer<Term> facts;
    private final Set<String> stated = new HashSet<>();
    private final Map<String, ForestAxioms> ofPreorders = new HashMap<>();

    /// @param facts hears what holds of every value of a known class, such as the axioms of queues
    public Symbolic(Terms terms, Executor executor, Consumer<Term> facts) {
        this.terms = terms;
        this.executor = executor;
        this.classes = executor.classes();
        this.merge = executor.merge();
        this.facts = facts;
    }

    /// An arbitrary value called name, a function of keys.
    public Value value(Type type, String name, List<Term> keys) {
        return switch (type) {
            case Type.Primitive(var code) -> new Num(primitive(code, name, keys));
            case Type.Instance c             -> instance(c, name, keys);
        };
    }

    private Term primitive(char code, String name, List<Term> keys) {
        return switch (code) {
            case 'Z' -> merge.fromTruth(leaf(name, Sort.bool(), keys));
            case 'J' -> leaf(name, Sort.bits(64), keys);
            case 'I' -> leaf(name, Sort.bits(32), keys);
            case 'B' -> terms.sext(32, leaf(name, Sort.bits(8), keys));
            case 'S' -> terms.sext(32, leaf(name, Sort.bits(16), keys));
            case 'C' -> terms.zext(32, leaf(name, Sort.bits(16), keys));
            default  -> throw new Unsupported("a value of type " + code);
        };
    }

    Term leaf(String name, Sort sort, List<Term> keys) {
        return keys.isEmpty() ? terms.var(name, sort)
                              : terms.app(new Function(name, keys.stream().map(Term::sort).toList(), sort),
                                  keys);
    }

    private Value instance(Type.Instance type, String name, List<Term> keys) {
        Type first = type.arguments().isEmpty() ? null : type.arguments().getFirst();
        return switch (type.name()) {
            case Collections.MAP   ->
                new MapValue(this, new MapValue.Base(name, keys, first, type.arguments().get(1)));
            case Collections.TABLE ->
                new TableValue(this, new TableValue.Base(name, keys, first, type.arguments().get(1)));
            case Collections.SET   -> new SetValue(this, new SetValue.Base(name, keys, first));
            case Collections.QUEUE -> queue(name, keys, first);
            case Collections.FOREST -> forest(name, keys, first);
            default                -> classes.isRecord(type.name()) ? record(type, name, keys)
                : sum(type, name, keys);
        };
    }

    private Value queue(String name, List<Term> keys, Type element) {
        var queue = new QueueValue(this, new QueueValue.Base(name, keys, element));
        if (stated.add(name)) {
            List<Term> bound = keys.stream().map(k -> terms.bound("k", k.sort())).toList();
            new QueueAxioms(this, new QueueValue(this, new QueueValue.Base(name, bound, element)), bound)
                .all().forEach(facts);
        }
        return queue;
    }

    /// Whether x comes before y in an arbitrary sequence; that this is an order is stated when it is first
    /// asked.
    Term precedes(QueueValue.Base b, Value x, Value y) {
        if (stated.add(b.name() + ".precedes")) {
            List<Term> bound = b.keys().stream().map(k -> terms.bound("k", k.sort())).toList();
            var queue = new QueueValue(this, new QueueValue.Base(b.name(), bound, b.element()));
            new OrderAxioms(this, queue, bound, !ofPreorders.containsKey(b.name())).all().forEach(facts);
            var forest = ofPreorders.get(b.name());
            if (forest != null) forest.ofPrecedence().forEach(facts);
        }
        return leaf(b.name() + ".precedes", Sort.bool(), MapValue.join(MapValue.join(b.keys(), x), y));
    }

    private Value forest(String name, List<Term> keys, Type element) {
        if (stated.add(name)) {
            List<Term> bound = keys.stream().map(k -> terms.bound("k", k.sort())).toList();
            var chains = new QueueValue(this, new QueueValue.Base(name + ".preorder", bound, element));
            new QueueAxioms(this, chains, bound).ofChains().forEach(facts);
            var axioms = new ForestAxioms(this, ForestValue.base(this, name, bound, element), bound);
            axioms.all().forEach(facts);
            ofPreorders.put(name + ".preorder", axioms);
        }
        return ForestValue.base(this, name, keys, element);
    }

    /// Tells what holds of a value made here.
    void state(Term fact) {
        facts.accept(fact);
    }

    private Value record(Type.Instance type, String name, List<Term> keys) {
        List<Value> fields = new ArrayList<>();
        for (var c : Type.components(classes, type)) fields.add(value(c.type(), name + "." + c.name(), keys));
        return new Rec(type.name(), fields);
    }

    /// One of the leaves of a sealed type: the first whose tag it has, else the last.
    private Value sum(Type.Instance type, String name, List<Term> keys) {
        List<String> leaves = classes.leaves(type.name());
        if (leaves.size() == 1)
            throw new Unsupported("an arbitrary value of " + type.name()
            + ", which is neither a record nor sealed");
        Map<String, Alternative> alternatives = new LinkedHashMap<>();
        List<Term> none = new ArrayList<>();
        Term tag = leaves.size() == 2 ? null : leaf(name + "#tag", Sort.bits(32), keys);
        for (int i = 0; i < leaves.size(); i++) {
            String leaf = leaves.get(i);
            String simple = leaf.substring(Math.max(leaf.lastIndexOf('/'), leaf.lastIndexOf('$')) + 1);
            Term is = i == leaves.size() - 1 ? terms.and(none)
                    : tag == null ? leaf(name + "#" + simple, Sort.bool(), keys)
                        : terms.eq(tag, terms.int32(i));
            none.add(terms.not(is));
            Value value = instance(Type.leaf(classes, type, leaf), name + "." + simple, keys);
            alternatives.put(leaf, new Alternative(is, value));
        }
        return new Sum(alternatives);
    }

    /// A value of type made of variables that are bound by a quantifier; the variables go to bound.
    Value bound(Type type, List<Term> bound) {
        return switch (type) {
            case Type.Primitive(var code) when code == 'J' || code == 'I' ->
                new Num(variable(code == 'J' ? 64 : 32, bound));
            case Type.Instance c when classes.isRecord(c.name()) ->
                new Rec(c.name(), Type.components(classes, c).stream().map(x -> bound(x.type(), bound))
                    .toList());
            default -> throw new Unsupported("a quantifier over " + type);
        };
    }

    private Term variable(int width, List<Term> bound) {
        Term v = terms.bound("x", Sort.bits(width));
        bound.add(v);
        return v;
    }

    /// A value of the same form as like, made of bound variables.
    Value boundLike(Value like, List<Term> bound) {
        return switch (like) {
            case Num(var t)          -> new Num(variable(t.width(), bound));
            case Rec(var t, var fs)  -> new Rec(t, fs.stream().map(f -> boundLike(f, bound)).toList());
            default                  ->
                throw new Unsupported("a quantifier over " + like.getClass().getSimpleName());
        };
    }

    /// The numbers that make up a key.
    static List<Term> flat(Value key) {
        return switch (key) {
            case Num(var t)         -> List.of(t);
            case Rec(_, var fields) -> fields.stream().flatMap(f -> flat(f).stream()).toList();
            default                 ->
                throw new Unsupported("a key that is neither a number nor a record of numbers");
        };
    }

    Term same(Value a, Value b) {
        List<Term> x = flat(a);
        List<Term> y = flat(b);
        List<Term> equal = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) equal.add(terms.eq(x.get(i), y.get(i)));
        return terms.and(equal);
    }

    Merge merge() {
        return merge;
    }
}
