package ashlar.refinement.theory;

import ashlar.refinement.heap.Value;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;

/// What holds of every ordered forest beside what holds of its preorder: "is below" is a strict partial
/// order,
/// the elements above one are a chain, and descendants stand right behind their ancestor. All of it follows
/// by
/// induction from how forests are made; each speaks of two or three elements and of neighbours in the
/// preorder.
final class ForestAxioms {
    private final Symbolic symbolic;
    private final Terms terms;
    private final ForestValue forest;
    private final List<Term> keys;

    ForestAxioms(Symbolic symbolic, ForestValue forest, List<Term> keys) {
        this.symbolic = symbolic;
        this.terms = symbolic.terms;
        this.forest = forest;
        this.keys = keys;
    }

    List<Term> all() {
        List<Term> axioms = new ArrayList<>();
        ofTwo(axioms);
        ofThree(axioms);
        return axioms;
    }

    /// How descent and the order of the whole preorder go together.
    List<Term> ofPrecedence() {
        List<Term> bound = new ArrayList<>(keys);
        Value t = forest.order().anyElement(bound);
        Value x = symbolic.boundLike(t, bound);
        List<Term> three = new ArrayList<>(bound);
        Value y = symbolic.boundLike(t, three);
        Term below = forest.isBelow(t, x);
        Term between = terms.and(forest.precedes(x, y), forest.precedes(y, t));
        return List.of(
            terms.forAll(bound, List.of(List.of(below)), terms.implies(below, forest.precedes(x, t))),
            terms.forAll(three, List.of(List.of(below, forest.precedes(y, t))),
                terms.implies(terms.and(below, between), forest.isBelow(y, x))));
    }

    private void ofTwo(List<Term> axioms) {
        List<Term> bound = new ArrayList<>(keys);
        Value t = forest.order().anyElement(bound);
        Value x = symbolic.boundLike(t, bound);
        Term below = forest.isBelow(t, x);
        Maybe before = forest.order().before(t);
        Maybe after = forest.order().after(x);
        axioms.add(terms.forAll(bound, List.of(List.of(below)), terms.implies(below, terms.and(
            forest.order().contains(t), forest.order().contains(x), terms.not(symbolic.same(t, x)),
            terms.not(forest.isBelow(x, t)), before.some(), after.some()))));
        axioms.add(terms.forAll(bound, List.of(List.of(below, before.some())), terms.implies(below, terms.or(
            symbolic.same(before.value(), x), forest.isBelow(before.value(), x)))));
        axioms.add(terms.forAll(bound, List.of(List.of(below, after.some())),
            terms.implies(below, forest.isBelow(after.value(), x))));
    }

    private void ofThree(List<Term> axioms) {
        List<Term> bound = new ArrayList<>(keys);
        Value t = forest.order().anyElement(bound);
        Value x = symbolic.boundLike(t, bound);
        Value y = symbolic.boundLike(t, bound);
        Term belowX = forest.isBelow(t, x);
        Term belowY = forest.isBelow(t, y);
        Term between = forest.isBelow(x, y);
        axioms.add(terms.forAll(bound, List.of(List.of(belowX, between)),
            terms.implies(terms.and(belowX, between), belowY)));
        axioms.add(terms.forAll(bound, List.of(List.of(belowX, belowY)),
            terms.implies(terms.and(belowX, belowY),
            terms.or(symbolic.same(x, y), between, forest.isBelow(y, x)))));
    }
}
