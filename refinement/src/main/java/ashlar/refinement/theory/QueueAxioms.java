package ashlar.refinement.theory;

import ashlar.refinement.heap.Value;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What holds of every sequence without duplicates, one or two neighbours at a time. That the elements are
/// finitely many, and that all are reached from the first, is left out: models are only added by that.
final class QueueAxioms {
    private final Symbolic symbolic;
    private final Terms terms;
    private final QueueValue queue;
    private final List<Term> keys;

    QueueAxioms(Symbolic symbolic, QueueValue queue, List<Term> keys) {
        this.symbolic = symbolic;
        this.terms = symbolic.terms;
        this.queue = queue;
        this.keys = keys;
    }

    List<Term> all() {
        List<Term> axioms = ofChains();
        end(queue.first(), queue::before, axioms);
        end(queue.last(), queue::after, axioms);
        axioms.add(always(terms.eq(queue.first().some(), queue.last().some())));
        axioms.add(onlyElement());
        return axioms;
    }

    /// What is first and last is alone.
    private Term onlyElement() {
        List<Term> bound = new ArrayList<>(keys);
        Value x = queue.anyElement(bound);
        Value first = queue.first().value();
        return terms.forAll(bound, List.of(List.of(queue.contains(x))), terms.implies(
            terms.and(queue.contains(x), symbolic.same(first, queue.last().value())),
            symbolic.same(x, first)));
    }

    /// What holds of several sequences side by side, too.
    List<Term> ofChains() {
        List<Term> axioms = new ArrayList<>();
        neighbours(queue::after, queue::before, axioms);
        neighbours(queue::before, queue::after, axioms);
        return axioms;
    }

    private void neighbours(Function<Value, Maybe> next, Function<Value, Maybe> back, List<Term> axioms) {
        List<Term> bound = new ArrayList<>(keys);
        Value x = queue.anyElement(bound);
        Maybe y = next.apply(x);
        List<List<Term>> atNeighbour = List.of(Symbolic.flat(y.value()));
        axioms.add(terms.forAll(bound, atNeighbour, terms.implies(y.some(), terms.and(
            queue.contains(x), queue.contains(y.value()), back.apply(y.value()).is(symbolic, x),
            terms.not(symbolic.same(x, y.value()))))));
        axioms.add(terms.forAll(bound, List.of(List.of(y.some())),
            terms.implies(y.some(), queue.contains(x))));
    }

    /// The end towards which there is no neighbour is the only such element.
    private void end(Maybe end, Function<Value, Maybe> beyond, List<Term> axioms) {
        axioms.add(always(terms.implies(end.some(), terms.and(
            queue.contains(end.value()), terms.not(beyond.apply(end.value()).some())))));
        List<Term> bound = new ArrayList<>(keys);
        Value x = queue.anyElement(bound);
        axioms.add(terms.forAll(bound, List.of(List.of(beyond.apply(x).some())), terms.implies(
            terms.and(queue.contains(x), terms.not(beyond.apply(x).some())), end.is(symbolic, x))));
        axioms.add(terms.forAll(bound, List.of(List.of(queue.contains(x))),
            terms.implies(queue.contains(x), end.some())));
    }

    private Term always(Term fact) {
        return keys.isEmpty() ? fact : terms.forAll(keys, fact);
    }
}
