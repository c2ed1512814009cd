package ashlar.refinement.theory;

import ashlar.refinement.term.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Answers by key, each worked out once.
final class Memo<T> {
    private final Map<List<Term>, T> known = new HashMap<>();

    T at(List<Term> keys, Supplier<T> answer) {
        T found = known.get(keys);
        if (found != null) return found;
        T computed = answer.get();
        known.put(keys, computed);
        return computed;
    }
}
