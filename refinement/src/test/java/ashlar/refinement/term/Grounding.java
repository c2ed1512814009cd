package ashlar.refinement.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Terms without quantifiers: each `forall` becomes its instances over a finite universe.
public final class Grounding {
    private final Terms terms;
    private final List<Long> universe;
    private final Map<Term, Term> done = new HashMap<>();

    public Grounding(Terms terms, List<Long> universe) {
        this.terms = terms;
        this.universe = universe;
    }

    public Term of(Term t) {
        Term known = done.get(t);
        if (known != null) return known;
        Term ground = t.op() == Op.FORALL ? instances(t) : inside(t);
        done.put(t, ground);
        return ground;
    }

    private Term inside(Term t) {
        List<Term> args = t.args().stream().map(this::of).toList();
        return args.equals(t.args()) ? t : terms.again(t, args);
    }

    private Term instances(Term forAll) {
        List<Map<Term, Term>> choices = List.of(Map.of());
        for (Term x : forAll.bound()) choices = extended(choices, x);
        return terms.and(choices.stream().map(c -> of(terms.substitute(forAll.arg(0), c))).toList());
    }

    private List<Map<Term, Term>> extended(List<Map<Term, Term>> choices, Term x) {
        List<Map<Term, Term>> all = new ArrayList<>();
        for (Map<Term, Term> c : choices) {
            for (long u : universe) {
                Map<Term, Term> more = new HashMap<>(c);
                more.put(x, terms.bits(x.width(), u));
                all.add(more);
            }
        }
        return all;
    }
}
