package ashlar.model.collection;

import ashlar.model.collection.Option.None;
import ashlar.model.collection.Option.Some;
import io.vavr.collection.HashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A finite forest in chains: each chain is a sequence, without duplicates, of trees in preorder, so that the
/// descendants of an element stand right behind it. Which chains there are matters only in that elements of
/// different ones do not come before or after each other.
/// Immutable. To add an element that is there already is an IllegalArgumentException.
public final class PForest<T> {
    /// The neighbours of an element in its chain.
    private record Links<T>(Option<T> before, Option<T> after) { }

    private final HashMap<T, Links<T>> links;
    private final HashMap<T, T> parents;        // roots have none

    private PForest(HashMap<T, Links<T>> links, HashMap<T, T> parents) {
        this.links = links;
        this.parents = parents;
    }

    public static <T> PForest<T> empty() {
        return new PForest<>(HashMap.empty(), HashMap.empty());
    }

    /// This forest with t as a chain of its own.
    public PForest<T> addRoot(T t) {
        return new PForest<>(put(new None<>(), t, new None<>()), parents);
    }

    /// This forest with t as the first child of x.
    /// @throws java.util.NoSuchElementException if x is not there
    public PForest<T> addChild(T x, T t) {
        return new PForest<>(put(new Some<>(x), t, at(x).after()), parents.put(t, x));
    }

    /// This forest with t as the next sibling of x.
    /// @throws java.util.NoSuchElementException if x is not there
    /// @throws IllegalArgumentException         if x has descendants, or t is there already
    public PForest<T> addSibling(T x, T t) {
        if (hasDescendants(x)) throw new IllegalArgumentException(x + " has descendants");
        var linked = put(new Some<>(x), t, at(x).after());
        return new PForest<>(linked, parents.containsKey(x) ? parents.put(t, parents.get(x).get()) : parents);
    }

    /// This forest without t, whose children rise to its place; the same forest if t is not there.
    public PForest<T> remove(T t) {
        if (!contains(t)) return this;
        var above = parents.get(t);
        var raised = parents.remove(t);
        for (var e : parents) {
            if (!e._2.equals(t)) continue;
            raised = above.isDefined() ? raised.put(e._1, above.get()) : raised.remove(e._1);
        }
        return new PForest<>(join(links.remove(t), at(t).before(), at(t).after()), raised);
    }

    /// This forest with y where x was; the same forest if the two are equal.
    /// @throws java.util.NoSuchElementException if x is not there
    /// @throws IllegalArgumentException         if y is there already and is not x
    public PForest<T> replace(T x, T y) {
        var place = at(x);
        if (x.equals(y)) return this;
        HashMap<T, T> renamed = HashMap.empty();
        for (var e : parents) renamed = renamed.put(e._1.equals(x) ? y : e._1, e._2.equals(x) ? y : e._2);
        return new PForest<>(remove(x).put(place.before(), y, place.after()), renamed);
    }

    /// The links with t between two neighbours, or at an end of its chain where there is none.
    private HashMap<T, Links<T>> put(Option<T> before, T t, Option<T> after) {
        if (contains(t)) throw new IllegalArgumentException("a second " + t);
        var added = links.put(t, new Links<>(new None<>(), new None<>()));
        return join(join(added, before, new Some<>(t)), new Some<>(t), after);
    }

    /// Makes a and b neighbours.
    private static <T> HashMap<T, Links<T>> join(HashMap<T, Links<T>> links, Option<T> a, Option<T> b) {
        var joined = links;
        if (a instanceof Some<T>(var x)) joined = joined.put(x, new Links<>(joined.get(x).get().before(), b));
        if (b instanceof Some<T>(var y)) joined = joined.put(y, new Links<>(a, joined.get(y).get().after()));
        return joined;
    }

    private Links<T> at(T t) {
        return links.get(t).getOrElseThrow(() -> new java.util.NoSuchElementException("no " + t));
    }

    public boolean contains(T t) {
        return links.containsKey(t);
    }

    /// Whether t is below x: its child, or its child's child, and so on. False if one of them is not there.
    public boolean isDescendant(T t, T x) {
        for (var up = parents.get(t); up.isDefined(); up = parents.get(up.get())) {
            if (up.get().equals(x)) return true;
        }
        return false;
    }

    public boolean hasDescendants(T x) {
        return after(x) instanceof Some<T>(var next) && isDescendant(next, x);
    }

    /// What t is a child of; none if it is a root or not there.
    public Option<T> parent(T t) {
        var up = parents.get(t);
        return up.isDefined() ? new Some<>(up.get()) : new None<>();
    }

    /// The element right after t in its chain; none if t is last or not there.
    public Option<T> after(T t) {
        return contains(t) ? at(t).after() : new None<>();
    }

    /// The element right before t in its chain; none if t is first or not there.
    public Option<T> before(T t) {
        return contains(t) ? at(t).before() : new None<>();
    }

    /// Whether a comes somewhere before b in a chain; false if one of them is not there.
    public boolean precedes(T a, T b) {
        for (var t = after(a); t instanceof Some<T>(var x); t = after(x)) if (x.equals(b)) return true;
        return false;
    }

    public boolean forAll(Predicate<T> p) {
        for (var e : links) if (!p.test(e._1)) return false;
        return true;
    }

    public boolean exists(Predicate<T> p) {
        return !forAll(t -> !p.test(t));
    }

    /// The elements chain by chain, in preorder, for tests and reports; chains in the order of the texts of
    /// their
    /// first elements.
    public List<T> toList() {
        List<T> all = new ArrayList<>();
        for (T first : links.keySet().filter(t -> !before(t).isPresent()).toList().sortBy(Object::toString)) {
            for (Option<T> t = new Some<>(first); t instanceof Some<T>(var x); t = after(x)) all.add(x);
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PForest<?> that && links.equals(that.links) && parents.equals(that.parents);
    }

    @Override
    public int hashCode() {
        return 31 * links.hashCode() + parents.hashCode();
    }

    /// The elements as `toList` has them, each with its parent.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (T t : toList()) {
            text.append(text.length() == 1 ? "" : ", ").append(t);
            if (parents.containsKey(t)) text.append(" < ").append(parents.get(t).get());
        }
        return text.append("]").toString();
    }
}
