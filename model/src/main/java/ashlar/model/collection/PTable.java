package ashlar.model.collection;

import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/// A total map: every key has a value, and all but finitely many keys have the value it was filled with.
/// Immutable.
public final class PTable<K, V> {
    private final V filling;
    private final HashMap<K, V> others;     // no key here has the filling as its value

    private PTable(V filling, HashMap<K, V> others) {
        this.filling = filling;
        this.others = others;
    }

    /// The table with value at every key.
    public static <K, V> PTable<K, V> filledWith(V value) {
        return new PTable<>(Objects.requireNonNull(value), HashMap.empty());
    }

    /// The value it was filled with.
    public V filling() {
        return filling;
    }

    /// The keys that have another value.
    public Set<K> keysOfOthers() {
        return others.keySet().toJavaSet();
    }

    public V get(K key) {
        return others.getOrElse(Objects.requireNonNull(key), filling);
    }

    /// This table with value at key.
    public PTable<K, V> put(K key, V value) {
        Objects.requireNonNull(key);
        return new PTable<>(filling, value.equals(filling) ? others.remove(key) : others.put(key, value));
    }

    /// The table with the value f(key, value) at each key. The filling must stay: f(key, filling) is the
    /// filling at every key.
    public PTable<K, V> map(BiFunction<K, V, V> f) {
        PTable<K, V> mapped = this;
        for (Tuple2<K, V> e : others) mapped = mapped.put(e._1, f.apply(e._1, e._2));
        return mapped;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PTable<?, ?> that && filling.equals(that.filling)
            && others.equals(that.others);
    }

    @Override
    public int hashCode() {
        return 31 * filling.hashCode() + others.hashCode();
    }

    @Override
    public String toString() {
        return others.mkString("{", ", ", ", else " + filling + "}");
    }
}
