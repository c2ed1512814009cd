package ashlar.refinement.layout;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the fields of a layout may be accessed and which words are its own, as the methods of a class say.
final class Places {
    private static final String PLACE = "place";
    private static final String COVERS = "covers";

    private final Terms terms;
    private final Memory memory;
    private final Class<?> places;
    private final Method covers;

    Places(Terms terms, Memory memory, Class<?> places) {
        this.terms = terms;
        this.memory = memory;
        this.places = places;
        this.covers = Arrays.stream(places.getDeclaredMethods()).filter(m -> m.getName().equals(COVERS))
            .findFirst()
            .orElseThrow(() -> new Unsupported(places.getSimpleName() + " has no method " + COVERS));
    }

    /// Whether f may be accessed at keys.
    Term allow(Field f, List<Term> keys) {
        if (keys.isEmpty()) return terms.tru();
        Method predicate = find(f.name(), keys.size()).or(() -> find(PLACE, keys.size())).orElseThrow(() ->
            new Unsupported(places.getSimpleName() + " does not say where " + f.name() + " may be accessed"));
        return memory.holds(predicate, keys);
    }

    private Optional<Method> find(String name, int parameters) {
        return Arrays.stream(places.getDeclaredMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters).findFirst();
    }

    /// Whether the word at addr belongs to the object that keys begin with.
    Term cover(List<Term> keys, Term addr) {
        List<Term> all = new ArrayList<>(object(keys));
        all.add(addr);
        return memory.holds(covers, all);
    }

    /// Those of keys that say which object is meant.
    List<Term> object(List<Term> keys) {
        return keys.subList(0, covers.getParameterCount() - 1);
    }

    List<Term> indices(List<Term> keys) {
        return keys.subList(covers.getParameterCount() - 1, keys.size());
    }
}
