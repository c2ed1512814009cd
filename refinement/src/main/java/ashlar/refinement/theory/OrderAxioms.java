package ashlar.refinement.theory;

import ashlar.refinement.heap.Value;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;

/// That the elements of a sequence without duplicates are in a strict total order, in which neighbours have
/// nothing between them; those of several sequences side by side in an order that is total on each.
final class OrderAxioms {
    private final Symbolic symbolic;
    private final Terms terms;
    private final QueueValue queue;
    private final List<Term> keys;
    private final boolean isOneChain;

    /// @param isOneChain whether it is one sequence, and not several side by side
    OrderAxioms(Symbolic symbolic, QueueValue queue, List<Term> keys, boolean isOneChain) {
        this.isOneChain = isOneChain;
        this.symbolic = symbolic;
        this.terms = symbolic.terms;
        this.queue = queue;
        this.keys = keys;
    }

    List<Term> all() {
        List<Term> bound = new ArrayList<>(keys);
        Value x = queue.anyElement(bound);
        Value y = symbolic.boundLike(x, bound);
        List<Term> three = new ArrayList<>(bound);
        Value z = symbolic.boundLike(x, three);
        Term xy = queue.precedes(x, y);
        Maybe after = queue.after(x);
        Maybe before = queue.before(y);
        List<Term> one = bound.subList(0, bound.size() - Symbolic.flat(y).size());
        List<Term> axioms = new ArrayList<>(List.of(
            terms.forAll(bound, List.of(List.of(xy)), terms.implies(xy, terms.and(queue.contains(x),
                queue.contains(y), terms.not(symbolic.same(x, y)), terms.not(queue.precedes(y, x)),
                after.some(), before.some()))),
            terms.forAll(three, List.of(List.of(xy, queue.precedes(y, z))),
                terms.implies(terms.and(xy, queue.precedes(y, z)), queue.precedes(x, z))),
            terms.forAll(one, List.of(List.of(after.some())),
                terms.implies(after.some(), queue.precedes(x, after.value()))),
            terms.forAll(bound, List.of(List.of(xy, after.some())), terms.implies(xy,
                terms.or(symbolic.same(after.value(), y), queue.precedes(after.value(), y)))),
            terms.forAll(bound, List.of(List.of(xy, before.some())), terms.implies(xy,
                terms.or(symbolic.same(before.value(), x), queue.precedes(x, before.value()))))));
        if (isOneChain) {
            axioms.add(terms.forAll(bound, List.of(List.of(queue.contains(x), queue.contains(y))),
                terms.implies(terms.and(queue.contains(x), queue.contains(y)),
                    terms.or(symbolic.same(x, y), xy, queue.precedes(y, x)))));
        } else {
            axioms.add(linear(three, xy, queue.precedes(x, z), y, z));
            axioms.add(linear(three, queue.precedes(y, x), queue.precedes(z, x), y, z));
        }
        return axioms;
    }

    /// Two on the same side of one are before or after each other.
    private Term linear(List<Term> bound, Term one, Term other, Value y, Value z) {
        return terms.forAll(bound, List.of(List.of(one, other)), terms.implies(terms.and(one, other),
            terms.or(symbolic.same(y, z), queue.precedes(y, z), queue.precedes(z, y))));
    }
}
