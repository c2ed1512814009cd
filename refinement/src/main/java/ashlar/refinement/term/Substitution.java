package ashlar.refinement.term;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Replaces variables in terms, each shared term once.
final class Substitution {
    private final Terms terms;
    private final Map<Term, Term> replaced;
    private final Map<Term, Term> done;

    Substitution(Terms terms, Map<Term, Term> replaced) {
        this.terms = terms;
        this.replaced = replaced;
        this.done = new HashMap<>(replaced);
    }

    Term of(Term t) {
        Term known = done.get(t);
        if (known != null) return known;
        List<Term> args = t.args().stream().map(this::of).toList();
        Term result = args.equals(t.args()) ? t : t.op() == Op.FORALL ? underBinder(t) : terms.again(t, args);
        done.put(t, result);
        return result;
    }

    /// The bound variables get new names, so that none is one that the replacements speak of.
    private Term underBinder(Term t) {
        Map<Term, Term> names = new LinkedHashMap<>();
        for (Term x : t.bound()) names.put(x, terms.bound(x.name(), x.sort()));
        Map<Term, Term> all = new HashMap<>(replaced);
        all.putAll(names);
        Substitution inside = new Substitution(terms, all);
        return terms.forAll(List.copyOf(names.values()),
            t.patterns().stream().map(p -> p.stream().map(inside::of).toList()).toList(), inside.of(t.arg(0)));
    }
}
