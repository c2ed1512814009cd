package ashlar.refinement.theory;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.term.Term;
import java.util.ArrayList;
import java.util.List;

/// Orders in which nothing falls for ever: numbers from 0 on, and finite sequences by what they hold.
public final class Measures {
    private Measures() { }

    /// Whether now is below before.
    public static Term falls(Symbolic symbolic, Value now, Value before) {
        if (now instanceof Num(var a) && before instanceof Num(var b)) {
            return symbolic.terms.and(symbolic.terms.sle(symbolic.terms.bits(a.width(), 0), a),
                symbolic.terms.slt(a, b));
        }
        return hasLost(symbolic, sequence(now), sequence(before));
    }

    private static QueueValue sequence(Value v) {
        return switch (v) {
            case QueueValue q  -> q;
            case ForestValue f -> f.order();
            default            -> throw new Unsupported("a measure that is neither a number nor a sequence");
        };
    }

    private static Term hasLost(Symbolic symbolic, QueueValue now, QueueValue before) {
        var terms = symbolic.terms;
        List<Term> bound = new ArrayList<>();
        Value x = before.anyElement(bound);
        if (x == null) return terms.fls();
        return terms.and(terms.forAll(bound, terms.implies(now.contains(x), before.contains(x))),
            terms.not(terms.forAll(bound, terms.implies(before.contains(x), now.contains(x)))));
    }
}
