package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.heap.Unsupported;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The contracts of the specification alone that a proof relies on: where it names some, those; else all of
/// functions that call themselves, and those that are opaque. None where something is on trial: there,
/// contracts tell what both sides do. The contract under proof is the only one of its function unless the
/// proof names others.
final class Lemmas {
    private final Map<String, List<Contract>> byFunction = new LinkedHashMap<>();
    private final boolean areNamed;

    /// @param alone all contracts of the specification alone, by the key of the function
    /// @param own   the contract under proof; null if it is none
    /// @param by    those that are named
    Lemmas(Map<String, List<Contract>> alone, Contract own, List<Contract> by, Predicate<String> isRecursive,
        Recorder recorder) {
        this.areNamed = !by.isEmpty();
        if (recorder.claim() == Kind.REFINES) {
            if (areNamed) throw new Unsupported("a proof with something on trial that names contracts");
            return;
        }
        alone.forEach((key, contracts) -> {
            boolean isOwn = own != null && own.specification().filter(key::equals).isPresent();
            List<Contract> relied = contracts.stream().filter(c -> c == own || by.contains(c)
                || !areNamed && !isOwn && (c.isOpaque() || isRecursive.test(key))).toList();
            if (!relied.isEmpty()) byFunction.put(key, relied);
        });
    }

    /// The functions that they are contracts of.
    Set<String> functions() {
        return byFunction.keySet();
    }

    List<Contract> of(String key) {
        return byFunction.getOrDefault(key, List.of());
    }

    /// Whether all of the function's are to be relied on, rather than those whose assumptions are shown.
    boolean isCertain(String key) {
        return areNamed || of(key).size() == 1;
    }

    /// Which components the function keeps if those that are relied on hold.
    Set<Integer> kept(String key) {
        if (!isCertain(key)) return Contract.keptByAll(of(key));
        Set<Integer> kept = new TreeSet<>();
        for (Contract c : of(key)) kept.addAll(c.kept());
        return kept;
    }
}
