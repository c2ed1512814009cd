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
        Term result = t.op() == Op.FORALL ? underBinder(t) : inside(t);
        done.put(t, result);
        return result;
    }

<<<<<<< HEAD
    /// The bound variables get new names, so that none is one that the replacements speak of.
    private Term underBinder(Term t, List<Term> args) {
        if (args.equals(t.args())) return t;
        Map<Term, Term> names = new LinkedHashMap<>();
        for (Term x : t.bound()) names.put(x, terms.bound(x.name(), x.sort()));
        Map<Term, Term> all = new HashMap<>(replaced);
        all.putAll(names);
        Substitution inside = new Substitution(terms, all);
        return terms.forAll(List.copyOf(names.values()),
            t.patterns().stream().map(p -> p.stream().map(inside::of).toList()).toList(), inside.of(t.arg(0)));
=======
    private Term inside(Term t) {
        List<Term> args = t.args().stream().map(this::of).toList();
        return args.equals(t.args()) ? t : terms.again(t, args);
    }

    /// Variables bound here stay; one that a new term mentions is bound under another name.
    private Term underBinder(Term t) {
        Map<Term, Term> free = new HashMap<>(replaced);
        free.keySet().removeAll(t.bound());
        Map<Term, Term> renamed = new HashMap<>(free);
        for (Term x : t.bound())
            if (free.values().stream().anyMatch(v -> v.free().contains(x)))
                renamed.put(x, terms.bound(x.name(), x.sort()));
        return renamed.equals(replaced) ? bound(t, this) : bound(t, new Substitution(terms, renamed));
    }

    private Term bound(Term t, Substitution body) {
        Term made = body.of(t.arg(0));
        if (made == t.arg(0)) return t;
        return terms.forAll(t.bound().stream().map(x -> body.replaced.getOrDefault(x, x)).toList(),
            t.patterns().stream().map(p -> p.stream().map(body::of).toList()).toList(), made);
>>>>>>> trial
    }
}
