package ashlar.refinement.solve;

import ashlar.refinement.term.Op;
import ashlar.refinement.term.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which assumptions a goal is likely to need: those whose rarest symbols it speaks of, and those that these
/// lead to (SInE: Hoder and Voronkov, CADE 2011). To leave assumptions out is always sound.
final class Relevance {
    private static final int DEPTH = 3;
    private static final double TOLERANCE = 1.5;

    private final Map<Term, Set<Object>> known = new HashMap<>();
    private final Map<Object, Integer> occurrences = new HashMap<>();
    private final List<Term> assumptions = new ArrayList<>();

    void add(Term assumption) {
        assumptions.add(assumption);
        for (Object symbol : symbols(assumption)) occurrences.merge(symbol, 1, Integer::sum);
    }

    /// In the order in which they were added.
    List<Term> of(List<Term> goal) {
        Set<Object> reached = new HashSet<>();
        for (Term t : goal) reached.addAll(symbols(t));
        Set<Term> chosen = new HashSet<>();
        for (int i = 0; i < DEPTH; i++) {
            Set<Object> more = new HashSet<>();
            for (Term a : assumptions) {
                if (!chosen.contains(a) && isTriggered(a, reached) && chosen.add(a)) more.addAll(symbols(a));
            }
            if (more.isEmpty()) break;
            reached.addAll(more);
        }
        return assumptions.stream().filter(chosen::contains).toList();
    }

    private boolean isTriggered(Term assumption, Set<Object> reached) {
        Set<Object> symbols = symbols(assumption);
        int rarest = symbols.stream().mapToInt(occurrences::get).min().orElse(0);
        return symbols.isEmpty()
            || symbols.stream()
                .anyMatch(s -> occurrences.get(s) <= TOLERANCE * rarest && reached.contains(s));
    }

    /// The functions and variables of t.
    private Set<Object> symbols(Term t) {
        Set<Object> done = known.get(t);
        if (done != null) return done;
        Set<Object> symbols = new LinkedHashSet<>();
        if (t.op() == Op.VAR) symbols.add(t);
        if (t.op() == Op.APP) symbols.add(t.function());
        for (Term a : t.args()) symbols.addAll(symbols(a));
        known.put(t, symbols);
        return symbols;
    }
}
