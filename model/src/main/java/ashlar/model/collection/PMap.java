package ashlar.model.collection;

import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/// A partial map: finitely many keys, each with one value. Immutable.
public final class PMap<K, V> {
    private final HashMap<K, V> entries;

    private PMap(HashMap<K, V> entries) {
        this.entries = entries;
    }

    public static <K, V> PMap<K, V> empty() {
        return new PMap<>(HashMap.empty());
    }

    public boolean has(K key) {
        return entries.containsKey(Objects.requireNonNull(key));
    }

    /// The value at key.
    /// @throws NoSuchElementException if key has none
    public V get(K key) {
        V value = entries.getOrElse(Objects.requireNonNull(key), null);
        if (value == null) throw new NoSuchElementException("no value at " + key);
        return value;
    }

    /// This map with value at key, in place of an earlier one.
    public PMap<K, V> put(K key, V value) {
        return new PMap<>(entries.put(Objects.requireNonNull(key), Objects.requireNonNull(value)));
    }

    /// This map without key, whether or not it was there.
    public PMap<K, V> remove(K key) {
        return new PMap<>(entries.remove(Objects.requireNonNull(key)));
    }

    /// The map with the same keys and the value f(key, value) at each.
    public PMap<K, V> map(BiFunction<K, V, V> f) {
        HashMap<K, V> mapped = entries;
        for (Tuple2<K, V> e : entries) mapped = updated(mapped, e._1, e._2, f.apply(e._1, e._2));
        return new PMap<>(mapped);
    }

    private static <K, V> HashMap<K, V> updated(HashMap<K, V> entries, K key, V before, V after) {
        return before == after ? entries : entries.put(key, Objects.requireNonNull(after));
    }

    public boolean forAll(BiPredicate<K, V> p) {
        for (Tuple2<K, V> e : entries) if (!p.test(e._1, e._2)) return false;
        return true;
    }

    public boolean exists(BiPredicate<K, V> p) {
        for (Tuple2<K, V> e : entries) if (p.test(e._1, e._2)) return true;
        return false;
    }

    /// The keys, for tests and reports.
    public Set<K> keys() {
        return entries.keySet().toJavaSet();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PMap<?, ?> that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.mkString("{", ", ", "}");
    }
}
