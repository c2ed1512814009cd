package ashlar.refinement.check;

import ashlar.refinement.api.Suite;
import ashlar.refinement.heap.Fieldwise;
import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.lift.Equality;
import ashlar.refinement.solve.Limits;
import ashlar.refinement.solve.Prover;
import ashlar.refinement.term.Function;
import ashlar.refinement.term.OutOfTime;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether two versions of a method do the same in every state, whatever was assumed of it.
/// @param isSame  whether they return the same, leave the same in memory and raise the same exceptions, on
///                all arguments in all states
/// @param differs what may differ: fields of memory, `X.f`, or the words below
/// @param reason  why nothing is known, if so
/// @param reached methods whose code was looked at, of both versions
public record Sameness(boolean isSame, Set<String> differs, String reason, Set<String> reached) {
    /// That what they return may differ.
    public static final String RESULT = "the result";
    /// That they may raise other exceptions.
    public static final String EXCEPTIONS = "exceptions";
    /// That they may call other functions that are not looked into.
    public static final String CALLS = "calls";

    /// Compares the static method with this key, `owner.name(descriptor)`, in two sources of classes. What
    /// the suite calls layouts are fields, unless the method is one of theirs: then memory is words.
    /// Functions with loops are not looked into: both versions must call them likewise.
    /// @param millis limit for each question and for building the formulas
    public static Sameness of(Suite suite, ClassSource original, ClassSource changed, String key,
        int millis) {
        try {
            return new Comparison(suite, original, changed, key, millis).answer();
        } catch (Unsupported | OutOfTime e) {
            return new Sameness(false, Set.of(), String.valueOf(e.getMessage()), Set.of());
        }
    }

    /// Both versions, executed on the same arguments.
    private static final class Comparison {
        private final Terms terms = new Terms();
        private final Version a;
        private final Version b;
        private final Limits limits;
        private final Map<String, Term> claims = new LinkedHashMap<>();

        Comparison(Suite suite, ClassSource original, ClassSource changed, String key, int millis) {
            terms.stopAt(System.nanoTime() + 4L * millis * 1_000_000);
            limits = new Limits(millis / 2, millis, millis);
            a = new Version(terms, suite, original, key);
            b = new Version(terms, suite, changed, key);
            List<Value> arguments = a.arguments();
            b.skipIdentities(a);
            a.run(arguments);
            b.run(arguments);
        }

        Sameness answer() {
            claim();
            Set<String> differs = new LinkedHashSet<>();
            claims.forEach((what, holds) -> {
                if (!holds.isTrue() && !isProved(holds)) differs.add(what);
            });
            Set<String> reached = new LinkedHashSet<>(a.reached());
            reached.addAll(b.reached());
            return new Sameness(differs.isEmpty(), differs, "", reached);
        }

        private boolean isProved(Term holds) {
            List<Term> facts = new ArrayList<>(a.facts);
            facts.addAll(b.facts);
            List<Term> said = new ArrayList<>(facts);
            said.add(holds);
            try (Prover prover = new Prover(limits, said, _ -> { })) {
                facts.forEach(prover::assume);
                return prover.prove(terms.tru(), terms.clauses(holds)).isEmpty();
            }
        }

        private void claim() {
            Term returns = a.result.returns();
            claims.put(EXCEPTIONS, exceptions());
            claims.put(CALLS, calls());
            Value x = a.result.value();
            Value y = b.result.value();
            if (x != null && y != null && !returns.isFalse() && !b.result.returns().isFalse()) {
                claims.put(RESULT, terms.implies(returns, new Equality(a.executor).of(x, y)));
            }
            for (int id : a.machines) memory(a.memory(id), b.memory(id), returns);
        }

        private Term exceptions() {
            Term same = iff(a.result.returns(), b.result.returns());
            Map<String, Term> raised = raised(a);
            Map<String, Term> others = raised(b);
            Set<String> types = new LinkedHashSet<>(raised.keySet());
            types.addAll(others.keySet());
            for (String type : types) {
                same = terms.and(same, iff(raised.getOrDefault(type, terms.fls()),
                    others.getOrDefault(type, terms.fls())));
            }
            return same;
        }

        private Map<String, Term> raised(Version v) {
            Map<String, Term> when = new HashMap<>();
            v.result.raised().forEach(r -> when.merge(r.type(), r.when(), terms::or));
            return when;
        }

        private Term calls() {
            if (a.calls.size() != b.calls.size()) return terms.fls();
            Term same = terms.tru();
            for (int i = 0; i < a.calls.size(); i++)
                same = terms.and(same, same(a.calls.get(i), b.calls.get(i)));
            return same;
        }

        private Term same(Version.Call x, Version.Call y) {
            if (!x.key().equals(y.key())) return terms.fls();
            Term same = terms.tru();
            for (int i = 0; i < x.arguments().size(); i++) {
                Value v = x.arguments().get(i);
                Value w = y.arguments().get(i);
                if (!(v instanceof Value.Ref)) same = terms.and(same, new Equality(a.executor).of(v, w));
            }
            for (int id : a.machines) {
                for (Term t : differences(x.memory(id), y.memory(id)).values()) same = terms.and(same, t);
            }
            return terms.and(iff(x.guard(), y.guard()), terms.implies(x.guard(), same));
        }

        private void memory(Fieldwise x, Fieldwise y, Term returns) {
            differences(x, y).forEach((field, same) -> claims.put(field, terms.implies(returns, same)));
        }

        /// For each field stored to, that both memories hold the same in it, at any one place.
        private Map<String, Term> differences(Fieldwise x, Fieldwise y) {
            Map<String, Function> stored = new LinkedHashMap<>(x.changed());
            y.changed().forEach(stored::putIfAbsent);
            Map<String, Term> same = new LinkedHashMap<>();
            stored.forEach((field, f) -> {
                List<Term> keys = new ArrayList<>();
                for (Sort s : f.parameters()) keys.add(terms.var("any " + field + keys.size(), s));
                same.put(field, terms.eq(x.load(field, keys, f.result()), y.load(field, keys, f.result())));
            });
            return same;
        }

        private Term iff(Term p, Term q) {
            return terms.and(terms.implies(p, q), terms.implies(q, p));
        }
    }

    /// The heap's memory of a machine.
    static Fieldwise memory(Heap heap, int id) {
        if (heap.at(id) instanceof Heap.Cell.Memory(var fields)) return fields;
        throw new Unsupported("no memory");
    }
}
