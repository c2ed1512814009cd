package ashlar.refinement.lift;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Alternative;
import ashlar.refinement.heap.Value.Fault;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.heap.Value.Rec;
import ashlar.refinement.heap.Value.Ref;
import ashlar.refinement.heap.Value.Sum;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `equals` of records, sums and known values.
public final class Equality {
    private final Terms terms;
    private final Executor executor;

    public Equality(Executor executor) {
        this.executor = executor;
        this.terms = executor.terms;
    }

    static boolean is(String name, String descriptor) {
        return name.equals("equals") && descriptor.equals("(Ljava/lang/Object;)Z");
    }

    public Term of(Value a, Value b) {
        if (a == b) return terms.tru();
        if (a instanceof Num(var x) && b instanceof Num(var y)) return terms.eq(x, y);
        if (a instanceof Value.Known && a instanceof Comparand x && b instanceof Value.Known)
            return x.equalTo(b);
        if (a instanceof Rec(var t, var f) && b instanceof Rec(var u, var g)) {
            if (!t.equals(u)) return terms.fls();
            if (!executor.classes.comparesComponents(t))
                throw new Unsupported("an equals of its own in " + t);
            return all(f, g);
        }
        if (hasIdentity(a) || hasIdentity(b)) throw new Unsupported("equals of objects with identity");
        return sums(executor.merge.alternatives(a), executor.merge.alternatives(b));
    }

    /// Whether equals on v compares by components.
    boolean isStructural(Value v) {
        return switch (v) {
            case Value.Known _         -> true;
            case Rec(var type, _)      -> executor.classes.comparesComponents(type);
            case Sum(var alternatives) -> alternatives.keySet().stream()
                .allMatch(t -> t.equals(Value.NULL) || executor.classes.comparesComponents(t));
            default                    -> false;
        };
    }

    private static boolean hasIdentity(Value v) {
        return v instanceof Ref || v instanceof Fault;
    }

    /// A known value that can be compared.
    public interface Comparand {
        Term equalTo(Value other);
    }

    private Term all(List<Value> a, List<Value> b) {
        List<Term> equal = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) equal.add(of(a.get(i), b.get(i)));
        return terms.and(equal);
    }

    private Term sums(Map<String, Alternative> a, Map<String, Alternative> b) {
        List<Term> cases = new ArrayList<>();
        a.forEach((type, x) -> {
            Alternative y = b.get(type);
            if (y == null) return;
            Term same = type.equals(Value.NULL) ? terms.tru() : of(x.value(), y.value());
            cases.add(terms.and(x.is(), y.is(), same));
        });
        return terms.or(cases);
    }
}
