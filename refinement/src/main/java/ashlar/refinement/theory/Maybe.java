package ashlar.refinement.theory;

import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Alternative;
import ashlar.refinement.heap.Value.Rec;
import ashlar.refinement.heap.Value.Sum;
import ashlar.refinement.term.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An `Option` taken apart: whether there is a value, and which; null if there never is one.
record Maybe(Term some, Value value) {
    private static final String NONE = "ashlar/model/collection/Option$None";
    private static final String SOME = "ashlar/model/collection/Option$Some";

    static Maybe none(Symbolic symbolic) {
        return new Maybe(symbolic.terms.fls(), null);
    }

    static Maybe some(Symbolic symbolic, Value value) {
        return new Maybe(symbolic.terms.tru(), value);
    }

    /// This where c holds, other elsewhere.
    Maybe orElse(Symbolic symbolic, Term c, Maybe other) {
        if (c.isTrue()) return this;
        if (c.isFalse()) return other;
        Value merged = value == null ? other.value : other.value == null ? value : symbolic.merge()
            .of(c, value, other.value);
        return new Maybe(symbolic.terms.ite(c, some, other.some), merged);
    }

    /// Whether there is a value and it is x.
    Term is(Symbolic symbolic, Value x) {
        return value == null ? symbolic.terms.fls() : symbolic.terms.and(some, symbolic.same(value, x));
    }

    Value asOption(Symbolic symbolic) {
        Map<String, Alternative> alternatives = new LinkedHashMap<>();
        if (!some.isTrue())
            alternatives.put(NONE, new Alternative(symbolic.terms.not(some), new Rec(NONE, List.of())));
        if (!some.isFalse()) alternatives.put(SOME, new Alternative(some, new Rec(SOME, List.of(value))));
        return alternatives.size() == 1 ? alternatives.values().iterator().next().value()
            : new Sum(alternatives);
    }
}
