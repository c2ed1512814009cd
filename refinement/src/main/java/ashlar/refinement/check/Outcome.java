package ashlar.refinement.check;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.layout.LayoutProof;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What came of checking one obligation: its proof and its trial on the JVM together.
/// @param goals   clauses asked, by kind
/// @param open    what was not proved
/// @param refuted the kind of claim that fails on the JVM, and where
record Outcome(double seconds, Map<Kind, Integer> goals, int queries, List<Proof.Open> open,
    boolean hasWitness,
               Optional<Refutation> refuted, Dependencies dependencies, boolean isCached,
                   Optional<Verdict> failed) {
    /// @param kind REFINES for a claim that is false, TOTAL for an exception, FRAME for a stray store
    record Refutation(Kind kind, Counterexample counterexample) { }

    private static final int SHOWN = 5;

    static Outcome of(Proof proof, Trial trial, double seconds) {
        return new Outcome(seconds, proof.goals(), proof.queries(), proof.open(), trial.witness(),
            trial.refutation(), proof.dependencies(), false, Optional.empty());
    }

    static Outcome of(LayoutProof proof, double seconds) {
        List<Proof.Open> open = proof.open().stream().map(text -> new Proof.Open(Kind.LAYOUT, text)).toList();
        return new Outcome(seconds, Map.of(Kind.LAYOUT, proof.claims()), proof.queries(), open, true,
            Optional.empty(),
            new Dependencies(proof.reached(), Set.of(), Set.of()), false, Optional.empty());
    }

    static Outcome cached(Cache.Entry e) {
        return new Outcome(e.seconds(), Map.of(Kind.REFINES, e.goals()), e.queries(), List.of(), true,
            Optional.empty(),
            e.dependencies(), true, Optional.empty());
    }

    /// It broke off.
    static Outcome failed(Verdict failed, double seconds) {
        return new Outcome(seconds, Map.of(), 0, List.of(), false, Optional.empty(),
            new Dependencies(Set.of(), Set.of(), Set.of()), false, Optional.of(failed));
    }

    static Outcome unknown(String reason, double seconds) {
        return new Outcome(seconds, Map.of(), 0, List.of(new Proof.Open(Kind.LEMMA, reason)), false,
            Optional.empty(),
            new Dependencies(Set.of(), Set.of(), Set.of()), false, Optional.empty());
    }

    boolean isProved() {
        return open.isEmpty() && hasWitness && refuted.isEmpty() && failed.isEmpty();
    }

    Cache.Entry entry() {
        return new Cache.Entry(seconds, goals(null), queries, dependencies);
    }

    /// @param kind of the claim; null for the only claim of its obligation
    int goals(Kind kind) {
        return goals.entrySet().stream().filter(e -> kind == null || e.getKey() == kind)
            .mapToInt(Map.Entry::getValue).sum();
    }

    /// That a contract's assumptions hold (LEMMA) matters to all claims. What runs on the JVM outweighs a
    /// proof: where the two disagree the engine is wrong, and says so.
    Verdict verdict(Kind kind) {
        if (failed.isPresent()) return failed.get();
        List<Proof.Open> mine = open.stream()
            .filter(o -> kind == null || o.kind() == kind || o.kind() == Kind.LEMMA).toList();
        if (refuted.isPresent() && (kind == null || refuted.get().kind == kind)) {
            if (open.isEmpty())
                return new Verdict.Faulty("proved, and yet the JVM refutes it: "
                + refuted.get().counterexample);
            return new Verdict.Refuted(refuted.get().counterexample);
        }
        if (!mine.isEmpty()) return new Verdict.Unknown(String.join("; ", heads(mine)));
        return hasWitness ? new Verdict.Proved() : new Verdict.Vacuous();
    }

    private static List<String> heads(List<Proof.Open> open) {
        return open.stream().map(Proof.Open::text).map(o -> o.length() > 160 ? o.substring(0, 160) + "…" : o)
            .distinct().limit(SHOWN).toList();
    }
}
