package ashlar.model.collection;

import io.vavr.collection.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// A finite set. Immutable.
public final class PSet<T> {
    private final HashSet<T> elements;

    private PSet(HashSet<T> elements) {
        this.elements = elements;
    }

    public static <T> PSet<T> empty() {
        return new PSet<>(HashSet.empty());
    }

    public static <T> PSet<T> of(T element) {
        return PSet.<T>empty().add(element);
    }

    @SafeVarargs
    public static <T> PSet<T> of(T first, T second, T... others) {
        PSet<T> set = of(first).add(second);
        for (T other : others) set = set.add(other);
        return set;
    }

    public boolean has(T element) {
        return elements.contains(Objects.requireNonNull(element));
    }

    public PSet<T> add(T element) {
        return new PSet<>(elements.add(Objects.requireNonNull(element)));
    }

    /// This set without element, whether or not it was there.
    public PSet<T> remove(T element) {
        return new PSet<>(elements.remove(Objects.requireNonNull(element)));
    }

    /// The set of f(t) for each element t.
    public PSet<T> map(Function<T, T> f) {
        PSet<T> image = empty();
        for (T t : elements) image = image.add(f.apply(t));
        return image;
    }

    public boolean forAll(Predicate<T> p) {
        for (T t : elements) if (!p.test(t)) return false;
        return true;
    }

    public boolean exists(Predicate<T> p) {
        for (T t : elements) if (p.test(t)) return true;
        return false;
    }

    public boolean isEmpty() {
        return elements.isEmpty();
    }

    /// The elements, for tests and reports.
    public Set<T> toSet() {
        return elements.toJavaSet();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PSet<?> that && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public String toString() {
        return elements.mkString("{", ", ", "}");
    }
}
