package ashlar.refinement.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Replaces variables in terms, each shared term once.
final class Substitution {
    private final Terms terms;
    private final Map<Term, Term> done;

    Substitution(Terms terms, Map<Term, Term> replaced) {
        this.terms = terms;
        this.done = new HashMap<>(replaced);
    }

    Term of(Term t) {
        Term known = done.get(t);
        if (known != null) return known;
        List<Term> args = t.args().stream().map(this::of).toList();
        Term result = t.op() == Op.FORALL ? underBinder(t, args) : args.equals(t.args()) ? t
            : terms.again(t, args);
        done.put(t, result);
        return result;
    }

    private Term underBinder(Term t, List<Term> args) {
        if (args.equals(t.args())) return t;
        return terms.forAll(t.bound(), t.patterns().stream().map(p -> p.stream().map(this::of).toList())
            .toList(), args.getFirst());
    }
}
