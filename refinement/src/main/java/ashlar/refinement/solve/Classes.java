package ashlar.refinement.solve;

import ashlar.refinement.term.Function;
import ashlar.refinement.term.Op;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which bit-vector terms may share an abstract sort: those that are compared, chosen between, or passed at
/// the
/// same place of a function. A class where some member is counted or ordered is of numbers; others are only
/// told
/// apart.
public final class Classes {
    /// A place of a function; the result is place -1.
    private record Place(Function function, int index) { }

    private final Map<Object, Object> parents = new HashMap<>();
    private final Set<Object> numbers = new HashSet<>();
    private final Set<Term> seen = new HashSet<>();

    void add(Term t) {
        if (!seen.add(t)) return;
        t.args().forEach(this::add);
        switch (t.op()) {
            case EQ        -> unify(t.arg(0), t.arg(1));
            case ITE       -> {
                unify(t, t.arg(1));
                unify(t, t.arg(2));
            }
            case APP       -> {
                for (int i = 0; i < t.args().size(); i++) unify(new Place(t.function(), i), t.arg(i));
                unify(new Place(t.function(), -1), t);
            }
            case ADD, MUL  -> {
                count(t);
                t.args().forEach(this::count);
            }
            case ULT, SLT  -> t.args().forEach(this::count);
            case FORALL    -> t.patterns().forEach(p -> p.forEach(this::add));
            default        -> { }
        }
    }

    private void count(Term t) {
        if (!t.isConstant()) numbers.add(t);
    }

    private void unify(Object a, Object b) {
        if (isPlain(a) || isPlain(b)) return;
        Object x = root(a);
        Object y = root(b);
        if (!x.equals(y)) parents.put(x, y);
    }

    /// Booleans and constants have no class.
    private static boolean isPlain(Object o) {
        return o instanceof Term t && (t.isConstant() || t.sort() instanceof Sort.Bool)
            || o instanceof Place(var f, var i)
                && (i < 0 ? f.result() : f.parameters().get(i)) instanceof Sort.Bool;
    }

    private Object root(Object a) {
        Object r = a;
        for (Object up = parents.get(r); up != null; up = parents.get(r)) r = up;
        for (Object up = a; up != r; ) {
            Object next = parents.put(up, r);
            up = next;
        }
        return r;
    }

    /// Classes are closed: spreads what is counted to whole classes.
    void close() {
        Set<Object> roots = new HashSet<>();
        numbers.forEach(n -> roots.add(root(n)));
        numbers.addAll(roots);
    }

    /// The class of a term that is neither a constant nor a boolean; NUMBERS for numbers.
    Object of(Term t) {
        return known(root(t));
    }

    Object of(Function f, int place) {
        return known(root(new Place(f, place)));
    }

    private Object known(Object root) {
        return numbers.contains(root) ? NUMBERS : root;
    }

    static final Object NUMBERS = Op.ADD;
}
