package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.lift.Known;
import ashlar.refinement.lift.Site;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `assume` and `prove` of a lifted obligation: writes down what they say.
final class Recorder implements Known {
    private static final String CLAIMS = "ashlar/refinement/api/Claims";

    private final Terms terms;
    private final Kind claim;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<Term> stated = new LinkedHashSet<>();
    private final List<Term> definedness = new ArrayList<>();

    /// @param claim what kind of claim `prove` makes
    Recorder(Terms terms, Kind claim) {
        this.terms = terms;
        this.claim = claim;
    }

    Kind claim() {
        return claim;
    }

    List<Fact> facts() {
        return facts;
    }

    void assume(Term holds) {
        if (!holds.isTrue()) facts.add(new Fact.Assumed(holds));
    }

    /// Adds a goal unless the same was stated before.
    void goal(Kind kind, String name, String where, Term guard, Term holds) {
        if (stated.add(terms.implies(guard, holds)) && !holds.isTrue() && !guard.isFalse())
            facts.add(new Fact.Goal(kind, name, where, guard, holds));
    }

    /// Adds contracts of which at least one is to apply.
    void offer(Fact.Offered offered) {
        if (!offered.guard().isFalse()) facts.add(offered);
    }

    /// Hears of a condition under which a predicate raises nothing. What is assumed is assumed to be defined.
    void defined(Term holds) {
        definedness.add(holds);
    }

    /// Forgets such conditions: what they belong to is not claimed here.
    void forget() {
        definedness.clear();
    }

    @Override
    public boolean knows(String owner, String name, String descriptor) {
        return owner.equals(CLAIMS);
    }

    @Override
    public Value call(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        Term t = ((Num) arguments.getFirst()).term();
        Term holds = site.merge().truth(t).orElseGet(() -> terms.not(terms.eq(t, terms.int32(0))));
        if (name.equals("assume")) {
            assume(terms.implies(site.guard(), holds));
        } else {
            for (Term d : definedness) goal(claim, "the claim is defined", site.where(), site.guard(), d);
            goal(claim, "prove", site.where(), site.guard(), holds);
        }
        definedness.clear();
        return null;
    }
}
