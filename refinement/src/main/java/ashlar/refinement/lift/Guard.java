package ashlar.refinement.lift;

import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;

/// The condition under which a path is taken: the conditions of its branches, in order. Immutable.
final class Guard {
    /// Two guards joined, and a condition that holds on the first and not on the second.
    record Joined(Guard guard, Term choice) { }

    private final Terms terms;
    private final List<Term> taken;

    private Guard(Terms terms, List<Term> taken) {
        this.terms = terms;
        this.taken = taken;
    }

    static Guard always(Terms terms) {
        return new Guard(terms, List.of());
    }

    Guard and(Term condition) {
        if (condition.op() == Op.AND) {
            Guard all = this;
            for (Term t : condition.args()) all = all.and(t);
            return all;
        }
        return andOne(condition);
    }

    private Guard andOne(Term condition) {
        if (condition.isTrue() || taken.contains(condition)) return this;
        if (condition.isFalse() || taken.contains(terms.not(condition)))
            return new Guard(terms, List.of(terms.fls()));
        List<Term> more = new ArrayList<>(taken);
        more.add(condition);
        return new Guard(terms, more);
    }

    /// The branches taken since start, if this guard goes on from it; else all.
    Term since(Guard start) {
        int common = inCommon(start);
        return common == start.taken.size() ? terms.and(taken.subList(common, taken.size())) : term();
    }

    boolean isFalse() {
        return taken.size() == 1 && taken.getFirst().isFalse();
    }

    Term term() {
        return terms.and(taken);
    }

    /// Whether condition is among the branches taken.
    boolean says(Term condition) {
        return condition.op() == Op.AND ? taken.containsAll(condition.args()) : taken.contains(condition);
    }

    /// What condition comes to under this guard.
    Term simplified(Term condition) {
        if (says(condition)) return terms.tru();
        if (says(terms.not(condition))) return terms.fls();
        return condition;
    }

    /// How many branches the two took alike before they parted.
    int inCommon(Guard other) {
        int common = 0;
        int shorter = Math.min(taken.size(), other.taken.size());
        while (common < shorter && taken.get(common) == other.taken.get(common)) common++;
        return common;
    }

    Joined or(Guard other) {
        int common = inCommon(other);
        Term mine = terms.and(taken.subList(common, taken.size()));
        Term theirs = terms.and(other.taken.subList(common, other.taken.size()));
        Guard joined = new Guard(terms, List.copyOf(taken.subList(0, common))).and(terms.or(mine, theirs));
        return new Joined(joined, choice(common, other, mine));
    }

    /// The first branch in which the two differ, if it is one; else all of this guard's.
    private Term choice(int common, Guard other, Term mine) {
        if (common >= taken.size() || common >= other.taken.size()) return mine;
        Term first = taken.get(common);
        return terms.not(first) == other.taken.get(common) ? first : mine;
    }
}
