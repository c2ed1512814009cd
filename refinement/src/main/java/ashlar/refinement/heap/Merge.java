package ashlar.refinement.heap;

import ashlar.refinement.heap.Value.Alternative;
import ashlar.refinement.heap.Value.Conflict;
import ashlar.refinement.heap.Value.Fault;
import ashlar.refinement.heap.Value.Known;
import ashlar.refinement.heap.Value.Null;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.heap.Value.Rec;
import ashlar.refinement.heap.Value.Sum;
import ashlar.refinement.heap.Value.Text;
import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Joins values of two paths: a where c holds, b elsewhere.
public final class Merge {
    private final Terms terms;

    public Merge(Terms terms) {
        this.terms = terms;
    }

    public Value of(Term c, Value a, Value b) {
        if (c.isTrue()) return a;
        if (c.isFalse()) return b;
        if (a == b || a == null || b == null) return a == b ? a : null;
        if (a.equals(b)) return a;
        if (a instanceof Text && b instanceof Text) return new Text();
        if (a instanceof Num(var x) && b instanceof Num(var y) && x.width() == y.width())
            return new Num(number(c, x, y));
        if (a instanceof Rec(var t, var f) && b instanceof Rec(var u, var g) && t.equals(u))
            return new Rec(t, each(c, f, g));
        if (a instanceof Known k) return orConflict(k.orElse(c, b), a, b);
        if (isOneOf(a) && isOneOf(b)) return sum(c, alternatives(a), alternatives(b));
        return new Conflict(kind(a) + " and " + kind(b));
    }

    private static Value orConflict(Value merged, Value a, Value b) {
        return merged == null ? new Conflict(kind(a) + " and " + kind(b)) : merged;
    }

    private static String kind(Value v) {
        return v instanceof Value.Ref(var _, var type) ? "a reference to " + type : v.getClass()
            .getSimpleName();
    }

    public List<Value> each(Term c, List<Value> a, List<Value> b) {
        List<Value> merged = new ArrayList<>(a.size());
        for (int i = 0; i < a.size(); i++) merged.add(of(c, a.get(i), b.get(i)));
        return merged;
    }

    /// Numbers; booleans stay recognisable as such.
    private Term number(Term c, Term x, Term y) {
        var p = truth(x);
        var q = truth(y);
        if (p.isPresent() && q.isPresent()) return fromTruth(terms.ite(c, p.get(), q.get()));
        return terms.ite(c, x, y);
    }

    /// The condition under which the int t is 1, if it is 0 elsewhere by its form.
    public Optional<Term> truth(Term t) {
        if (t.width() != 32) return Optional.empty();
        if (t.isConstant()) return t.constant() >>> 1 == 0 ? Optional.of(terms.bool(t.constant() == 1))
            : Optional.empty();
        if (t.op() != Op.ITE) return Optional.empty();
        Term yes = t.args().get(1);
        Term no = t.args().get(2);
        if (!yes.isConstant() || !no.isConstant() || (yes.constant() | no.constant()) != 1)
            return Optional.empty();
        return Optional.of(yes.constant() == 1 ? t.args().get(0) : terms.not(t.args().get(0)));
    }

    /// The int 1 or 0.
    public Term fromTruth(Term holds) {
        return terms.ite(holds, terms.int32(1), terms.int32(0));
    }

    private static boolean isOneOf(Value v) {
        return v instanceof Rec || v instanceof Sum || v instanceof Null || v instanceof Fault;
    }

    /// The alternatives of a record, an exception, a sum or null.
    public Map<String, Alternative> alternatives(Value v) {
        return switch (v) {
            case Sum(var alternatives) -> alternatives;
            case Rec(var type, _)      -> Map.of(type, new Alternative(terms.tru(), v));
            case Fault(var type)       -> Map.of(type, new Alternative(terms.tru(), v));
            case Null()                -> Map.of(Value.NULL, new Alternative(terms.tru(), v));
            default                    ->
                throw new Unsupported("a reference where a record is expected: " + kind(v));
        };
    }

    private Value sum(Term c, Map<String, Alternative> a, Map<String, Alternative> b) {
        Set<String> types = new LinkedHashSet<>(a.keySet());
        types.addAll(b.keySet());
        Map<String, Alternative> merged = new LinkedHashMap<>();
        for (String type : types) {
            Alternative x = a.get(type);
            Alternative y = b.get(type);
            Term is = terms.ite(c, x == null ? terms.fls() : x.is(), y == null ? terms.fls() : y.is());
            Value value = x == null ? y.value() : y == null ? x.value() : of(c, x.value(), y.value());
            if (!is.isFalse()) merged.put(type, new Alternative(is, value));
        }
        return sumOf(complete(merged));
    }

    /// The last alternative is what there is where the others are not: said so, a switch over all of them is
    /// seen to be complete.
    private Map<String, Alternative> complete(Map<String, Alternative> merged) {
        String last = null;
        List<Term> others = new ArrayList<>();
        for (var a : merged.entrySet()) {
            if (last != null) others.add(merged.get(last).is());
            last = a.getKey();
        }
        merged.computeIfPresent(last, (_, a) -> new Alternative(terms.not(terms.or(others)), a.value()));
        return merged;
    }

    /// The sum of alternatives, or the only one.
    public static Value sumOf(Map<String, Alternative> alternatives) {
        return alternatives.size() == 1 ? alternatives.values().iterator().next().value()
            : new Sum(alternatives);
    }
}
