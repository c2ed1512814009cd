package ashlar.refinement.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Terms as they are written, and the same rewritten.
public final class Raw {
    private final Terms terms;
    private final Map<Term, Term> done = new HashMap<>();

    public Raw(Terms terms) {
        this.terms = terms;
    }

    /// The operation on bit-vectors of one width, or on booleans, not rewritten.
    public Term of(Op op, Term... args) {
        boolean isBool = switch (op) {
            case NOT, AND, OR, EQ, ULT, SLT -> true;
            default                         -> false;
        };
        Sort sort = isBool ? Sort.bool() : args[args.length - 1].sort();
        if (op == Op.CONCAT) sort = Sort.bits(List.of(args).stream().mapToInt(Term::width).sum());
        return terms.make(op, sort, List.of(args), 0, null);
    }

    public Term extended(Op op, int width, Term t) {
        return terms.make(op, Sort.bits(width), t);
    }

    public Term extract(int high, int low, Term t) {
        return terms.make(Op.EXTRACT, Sort.bits(high - low + 1), List.of(t), (long) high << 8 | low, null);
    }

    public Term forAll(List<Term> bound, Term body) {
        return terms.make(Op.FORALL, Sort.bool(), List.of(body), 0, new Term.Binder(bound, List.of()));
    }

    /// The term made again from its leaves, rewritten on the way.
    public Term rewritten(Term raw) {
        Term known = done.get(raw);
        if (known != null) return known;
        Term made = terms.again(raw, raw.args().stream().map(this::rewritten).toList());
        done.put(raw, made);
        return made;
    }

    /// The term of rewritten arguments, itself not rewritten: what one rule is applied to.
    public Term onRewritten(Term raw) {
        List<Term> args = raw.args().stream().map(this::rewritten).toList();
        return terms.make(raw.op(), raw.sort(), args, raw.shape().value(), raw.shape().symbol());
    }

    /// The term without quantifiers: bound variables take all their values, others those of values.
    /// For narrow bit-vectors.
    public Term expanded(Term t, Map<Term, Term> values) {
        if (values.containsKey(t)) return values.get(t);
        if (t.op() == Op.FORALL) return expandedForAll(t, values);
        List<Term> args = t.args().stream().map(a -> expanded(a, values)).toList();
        return args.isEmpty() ? t : terms.make(t.op(), t.sort(), args, t.shape().value(), t.shape().symbol());
    }

    private Term expandedForAll(Term t, Map<Term, Term> values) {
        List<Map<Term, Term>> choices = List.of(values);
        for (Term x : t.bound()) choices = choices.stream().flatMap(c -> extended(c, x).stream()).toList();
        List<Term> instances = choices.stream().map(c -> expanded(t.arg(0), c)).toList();
        return terms.make(Op.AND, Sort.bool(), instances, 0, null);
    }

    private List<Map<Term, Term>> extended(Map<Term, Term> values, Term x) {
        List<Map<Term, Term>> all = new ArrayList<>();
        for (long v = 0; v < 1L << x.width(); v++) {
            Map<Term, Term> more = new HashMap<>(values);
            more.put(x, terms.bits(x.width(), v));
            all.add(more);
        }
        return all;
    }
}
