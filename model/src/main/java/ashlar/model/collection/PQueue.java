package ashlar.model.collection;

import ashlar.model.collection.Option.None;
import ashlar.model.collection.Option.Some;
import io.vavr.collection.HashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/// A finite sequence without duplicates: an order of arrival. Immutable.
/// To add an element that is there already is an IllegalArgumentException.
public final class PQueue<T> {
    /// The neighbours of one element.
    private record Links<T>(Option<T> before, Option<T> after) { }

    private final Option<T> first;
    private final Option<T> last;
    private final HashMap<T, Links<T>> links;

    private PQueue(Option<T> first, Option<T> last, HashMap<T, Links<T>> links) {
        this.first = first;
        this.last = last;
        this.links = links;
    }

    public static <T> PQueue<T> empty() {
        return new PQueue<>(new None<>(), new None<>(), HashMap.empty());
    }

    public static <T> PQueue<T> of(T element) {
        return PQueue.<T>empty().append(element);
    }

    @SafeVarargs
    public static <T> PQueue<T> of(T first, T second, T... others) {
        PQueue<T> queue = of(first).append(second);
        for (T other : others) queue = queue.append(other);
        return queue;
    }

    /// This sequence with t at its end.
    public PQueue<T> append(T t) {
        return between(last, t, new None<>());
    }

    /// This sequence with t at its front.
    public PQueue<T> prepend(T t) {
        return between(new None<>(), t, first);
    }

    /// This sequence with t right after x.
    /// @throws NoSuchElementException if x is not there
    public PQueue<T> insertAfter(T x, T t) {
        return between(new Some<>(x), t, at(x).after());
    }

    /// This sequence without t, whether or not it was there.
    public PQueue<T> remove(T t) {
        if (!contains(t)) return this;
        var gone = at(t);
        return new PQueue<>(first, last, links.remove(t)).joined(gone.before(), gone.after());
    }

    /// This sequence with y where x was.
    /// @throws NoSuchElementException if x is not there
    public PQueue<T> replace(T x, T y) {
        var place = at(x);
        return x.equals(y) ? this : remove(x).between(place.before(), y, place.after());
    }

    /// This sequence with t between two neighbours, or at an end where there is none.
    private PQueue<T> between(Option<T> before, T t, Option<T> after) {
        if (contains(t)) throw new IllegalArgumentException("a second " + t);
        var added = new PQueue<>(first, last, links.put(t, new Links<>(new None<>(), new None<>())));
        return added.joined(before, new Some<>(t)).joined(new Some<>(t), after);
    }

    /// Makes a and b neighbours; where one is missing the other becomes an end.
    private PQueue<T> joined(Option<T> a, Option<T> b) {
        var linked = links;
        if (a instanceof Some<T>(var x)) linked = linked.put(x, new Links<>(linked.get(x).get().before(), b));
        if (b instanceof Some<T>(var y)) linked = linked.put(y, new Links<>(a, linked.get(y).get().after()));
        return new PQueue<>(a.isPresent() ? first : b, b.isPresent() ? last : a, linked);
    }

    public boolean contains(T t) {
        return links.containsKey(t);
    }

    public boolean isEmpty() {
        return links.isEmpty();
    }

    /// The first element.
    /// @throws NoSuchElementException if there is none
    public T head() {
        return first.get();
    }

    /// All but the first element.
    /// @throws NoSuchElementException if there is no first element
    public PQueue<T> tail() {
        return remove(head());
    }

    public Option<T> first() {
        return first;
    }

    public Option<T> last() {
        return last;
    }

    /// The element right after t; none if t is last or not there.
    public Option<T> after(T t) {
        return contains(t) ? at(t).after() : new None<>();
    }

    /// The element right before t; none if t is first or not there.
    public Option<T> before(T t) {
        return contains(t) ? at(t).before() : new None<>();
    }

    /// Whether a comes somewhere before b; false if one of them is not there.
    public boolean precedes(T a, T b) {
        if (!contains(a) || !contains(b)) return false;
        for (var t = at(a).after(); t instanceof Some<T>(var x); t = at(x).after()) if (x.equals(b))
            return true;
        return false;
    }

    public boolean forAll(Predicate<T> p) {
        for (var t = first; t instanceof Some<T>(var x); t = at(x).after()) if (!p.test(x)) return false;
        return true;
    }

    public boolean exists(Predicate<T> p) {
        return !forAll(t -> !p.test(t));
    }

    /// The elements in order, for tests and reports.
    public List<T> toList() {
        var list = new ArrayList<T>();
        for (var t = first; t instanceof Some<T>(var x); t = at(x).after()) list.add(x);
        return list;
    }

    private Links<T> at(T t) {
        var found = links.getOrElse(t, null);
        if (found == null) throw new NoSuchElementException("no " + t);
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PQueue<?> that && first.equals(that.first) && links.equals(that.links);
    }

    @Override
    public int hashCode() {
        return links.hashCode();
    }

    @Override
    public String toString() {
        return toList().toString();
    }
}
