package ashlar.model.collection;

import ashlar.model.collection.Option.None;
import ashlar.model.collection.Option.Some;
import io.vavr.collection.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/// A finite forest whose trees and siblings are in order: a sequence without duplicates, the preorder, and
/// the
/// relation "is a descendant of". The descendants of an element stand right behind it in the sequence.
/// Immutable. To add an element that is there already is an IllegalArgumentException.
public final class PForest<T> {
    private final PQueue<T> preorder;
    private final HashMap<T, T> parents;        // roots have none

    private PForest(PQueue<T> preorder, HashMap<T, T> parents) {
        this.preorder = preorder;
        this.parents = parents;
    }

    public static <T> PForest<T> empty() {
        return new PForest<>(PQueue.empty(), HashMap.empty());
    }

    /// This forest with t as its last root.
    public PForest<T> addRoot(T t) {
        return new PForest<>(preorder.append(t), parents);
    }

    /// This forest with t as the first child of x.
    /// @throws NoSuchElementException if x is not there
    public PForest<T> addChild(T x, T t) {
        return new PForest<>(preorder.insertAfter(x, t), parents.put(t, x));
    }

    /// This forest with t as the next sibling of x.
    /// @throws NoSuchElementException   if x is not there
    /// @throws IllegalArgumentException if x has descendants, or t is there already
    public PForest<T> addSibling(T x, T t) {
        if (hasDescendants(x)) throw new IllegalArgumentException(x + " has descendants");
        var order = preorder.insertAfter(x, t);
        return new PForest<>(order, parents.containsKey(x) ? parents.put(t, parents.get(x).get()) : parents);
    }

    /// This forest without t, whose children rise to its place; the same forest if t is not there.
    public PForest<T> remove(T t) {
        var above = parents.get(t);
        var raised = parents.remove(t);
        for (var e : parents) {
            if (!e._2.equals(t)) continue;
            raised = above.isDefined() ? raised.put(e._1, above.get()) : raised.remove(e._1);
        }
        return new PForest<>(preorder.remove(t), raised);
    }

    /// This forest with y where x was; the same forest if the two are equal.
    /// @throws NoSuchElementException   if x is not there
    /// @throws IllegalArgumentException if y is there already and is not x
    public PForest<T> replace(T x, T y) {
        HashMap<T, T> renamed = HashMap.empty();
        for (var e : parents) renamed = renamed.put(e._1.equals(x) ? y : e._1, e._2.equals(x) ? y : e._2);
        return new PForest<>(preorder.replace(x, y), renamed);
    }

    public boolean contains(T t) {
        return preorder.contains(t);
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

    /// The element right after t in preorder; none if t is last or not there.
    public Option<T> after(T t) {
        return preorder.after(t);
    }

    /// The element right before t in preorder; none if t is first or not there.
    public Option<T> before(T t) {
        return preorder.before(t);
    }

    /// Whether a comes somewhere before b in preorder; false if one of them is not there.
    public boolean precedes(T a, T b) {
        return preorder.precedes(a, b);
    }

    public boolean forAll(Predicate<T> p) {
        return preorder.forAll(p);
    }

    public boolean exists(Predicate<T> p) {
        return preorder.exists(p);
    }

    /// The elements in preorder, for tests and reports.
    public List<T> toList() {
        return preorder.toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PForest<?> that && preorder.equals(that.preorder)
            && parents.equals(that.parents);
    }

    @Override
    public int hashCode() {
        return 31 * preorder.hashCode() + parents.hashCode();
    }

    /// The elements in preorder, each with its parent.
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
