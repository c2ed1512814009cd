package ashlar.refinement.trial.sample;

import ashlar.model.collection.Option;
import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import ashlar.model.collection.PTable;
import ashlar.model.collection.Range;
import ashlar.refinement.trial.SmallNumbers;

/// The collections.
@SmallNumbers
public final class Theories {
    public record Key(long n) { }

    public record Pair(long x, int y) { }

    public record Item(long weight, boolean marked, Kind kind) {
        Item heavier() {
            return new Item(weight + 1, marked, kind);
        }
    }

    public sealed interface Kind {
        record Plain() implements Kind { }

        record Linked(Key to) implements Kind { }

        record Counted(int count) implements Kind { }
    }

    /// A state as a specification has it.
    public record State(PMap<Key, Item> items, PSet<Key> free, PQueue<Key> waiting, PTable<Key, Kind> kinds,
                        Option<Key> current) {
        State withItems(PMap<Key, Item> changed) {
            return new State(changed, free, waiting, kinds, current);
        }

        State withWaiting(PQueue<Key> changed) {
            return new State(items, free, changed, kinds, current);
        }
    }

    private Theories() { }

    public static Item mapGet(PMap<Key, Item> m, Key k) {
        return m.get(k);
    }

    public static boolean mapHas(PMap<Key, Item> m, Key k, Key l) {
        return m.has(k) && !m.remove(l).has(k);
    }

    public static PMap<Key, Item> mapPut(PMap<Key, Item> m, Key k, Key l, Item i) {
        return m.put(k, i).put(l, i.heavier());
    }

    public static PMap<Key, Item> mapChanged(PMap<Key, Item> m, Key k, Key l, Item i) {
        if (!m.has(k)) return m.remove(l);
        PMap<Key, Item> n = m.put(k, m.get(k).heavier());
        return i.marked() ? n.remove(l).put(l, i) : n;
    }

    public static PMap<Key, Item> mapFromEmpty(Key k, Key l, Item i, boolean b) {
        PMap<Key, Item> m = PMap.empty();
        if (b) m = m.put(k, i);
        return m.put(l, i.heavier()).remove(k);
    }

    public static PMap<Key, Item> mapMapped(PMap<Key, Item> m, Key k, Item i) {
        return m.put(k, i).map((key, item) ->
            key.equals(k) ? item.heavier() : new Item(key.n(), !item.marked(), item.kind()))
            .remove(new Key(2));
    }

    public static boolean mapForAll(PMap<Key, Item> m, Key k, Item i) {
        return m.put(k, i).forAll((key, item) -> item.weight() >= 1 || item.marked());
    }

    public static boolean mapExists(PMap<Key, Item> m, Key k, long w) {
        return m.remove(k).exists((key, item) -> item.weight() == w && !key.equals(new Key(3)));
    }

    public static boolean mapNested(PMap<Key, Item> m) {
        return m.forAll((k, i) -> !(i.kind() instanceof Kind.Linked(var to)) || m.has(to)
            && m.exists((l, j) -> j.weight() >= i.weight() && !l.equals(k)));
    }

    public static boolean mapEquals(PMap<Key, Item> m, PMap<Key, Item> n, Key k) {
        return m.equals(n) || m.remove(k).equals(n.remove(k));
    }

    public static boolean mapEqualsPut(PMap<Key, Item> m, Key k, Item i) {
        return m.put(k, i).equals(m) && m.equals(m.put(k, i));
    }

    public static int mapReadOnTwoPaths(PMap<Key, Item> m, Key k) {
        int r = 0;
        if (m.has(k)) r += m.get(k).marked() ? 1 : 2;
        else r += 10;
        if (!m.has(new Key(1))) return r;
        return r + (m.get(new Key(1)).kind() instanceof Kind.Counted(int c) ? c * 100 : 1000);
    }

    public static PMap<Pair, Key> mapOfPairs(PMap<Pair, Key> m, Pair p, Key k) {
        return m.has(p) ? m.put(new Pair(p.x(), 3), m.get(p)) : m.put(p, k);
    }

    public static Kind tableGet(PTable<Key, Kind> t, Key k) {
        return t.get(k);
    }

    public static PTable<Key, Kind> tablePut(PTable<Key, Kind> t, Key k, Key l, Kind kind) {
        PTable<Key, Kind> u = t.put(k, kind);
        return u.get(l) instanceof Kind.Plain ? u.put(l, new Kind.Counted(7)) : u;
    }

    public static PTable<Key, Kind> tableFilled(Key k, Kind kind, boolean b) {
        PTable<Key, Kind> t = PTable.filledWith(new Kind.Plain());
        return b ? t.put(k, kind) : t.put(k, kind).put(new Key(1), new Kind.Linked(k));
    }

    public static PTable<Key, Key> tableMapped(Key k, Key l, Key m) {
        PTable<Key, Key> t = PTable.filledWith(new Key(0));
        return t.put(k, l).put(l, m).map((at, v) -> v.n() == 0 ? v : new Key(v.n() + at.n())).put(m, k);
    }

    public static PTable<Key, Key> tableMapFilling(PTable<Key, Key> t) {
        return t.map((at, v) -> v);
    }

    public static boolean tableEquals(PTable<Key, Kind> t, Key k, Key l, Kind kind) {
        return t.put(k, kind).equals(t) || t.put(k, kind).put(l, kind).equals(t.put(l, kind).put(k, kind));
    }

    public static PSet<Key> setChanged(PSet<Key> s, Key k, Key l) {
        return s.has(k) ? s.remove(k).add(l) : s.add(k).remove(l);
    }

    public static PSet<Key> setMade(Key k, Key l, boolean b) {
        return b ? PSet.<Key>empty().add(k).add(l) : PSet.of(l);
    }

    public static PSet<Key> setMapped(PSet<Key> s, Key k) {
        return s.add(k).map(x -> x.n() >= 2 ? new Key(x.n() - 1) : x);
    }

    public static boolean setQuantified(PSet<Key> s, long n) {
        return s.forAll(x -> x.n() < n) != s.exists(x -> x.n() == n || x.n() == 2);
    }

    public static boolean setEquals(PSet<Key> s, PSet<Key> t, Key k) {
        return s.equals(t) || s.add(k).equals(t.add(k)) && s.isEmpty();
    }

    public static int setIsEmpty(PSet<Key> s, Key k) {
        return (s.isEmpty() ? 1 : 0) + (s.remove(k).isEmpty() ? 2 : 0) + (s.add(k).isEmpty() ? 4 : 0)
            + (PSet.empty().isEmpty() ? 8 : 0);
    }

    public static PQueue<Key> queueAppend(PQueue<Key> q, Key k, Key l) {
        return q.append(k).append(l);
    }

    public static PQueue<Key> queuePrepend(PQueue<Key> q, Key k, Key l) {
        return q.prepend(k).append(l);
    }

    public static PQueue<Key> queueInsert(PQueue<Key> q, Key k, Key l, Key m) {
        return q.insertAfter(k, l).insertAfter(l, m);
    }

    public static PQueue<Key> queueRemove(PQueue<Key> q, Key k, Key l) {
        return q.remove(k).remove(l);
    }

    public static PQueue<Key> queueReplace(PQueue<Key> q, Key k, Key l) {
        return q.replace(k, l);
    }

    public static PQueue<Key> queueTail(PQueue<Key> q) {
        return q.tail().tail();
    }

    public static Key queueHead(PQueue<Key> q, Key k) {
        return q.remove(k).head();
    }

    public static PQueue<Key> queueMoved(PQueue<Key> q, Key k, Key l) {
        PQueue<Key> p = q.remove(k);
        return p.contains(l) ? p.insertAfter(l, k) : p.prepend(k);
    }

    public static PQueue<Key> queueRotated(PQueue<Key> q) {
        return q.isEmpty() ? q : q.tail().append(q.head());
    }

    public static PQueue<Key> queueMade(Key k, Key l, Key m, boolean b) {
        PQueue<Key> q = b ? PQueue.of(k) : PQueue.<Key>empty();
        q = q.append(l);
        return q.contains(m) ? q.replace(m, new Key(5)) : q.prepend(m);
    }

    public static PQueue<Key> queueMerged(PQueue<Key> p, PQueue<Key> q, boolean b, Key k) {
        return (b ? p : q.remove(k)).remove(new Key(1));
    }

    public static Option<Key> queueNeighbours(PQueue<Key> q, Key k, Key l) {
        return q.remove(l).after(k) instanceof Option.Some<Key>(var next) ? q.before(next) : q.last();
    }

    public static boolean queueQuantified(PQueue<Key> q, Key k, long n) {
        return q.remove(k).forAll(x -> x.n() < n) && q.exists(x -> q.after(x).isPresent());
    }

    public static boolean queueEquals(PQueue<Key> p, PQueue<Key> q, Key k) {
        return p.equals(q) || p.remove(k).equals(q.remove(k));
    }

    public static boolean queueEqualsChanged(PQueue<Key> q, Key k) {
        if (!q.contains(k)) return q.append(k).remove(k).equals(q);
        return q.remove(k).append(k).equals(q);
    }

    public static boolean queueNeverEqual(PQueue<Key> q, boolean b) {
        PQueue<Key> p = b ? PQueue.empty() : PQueue.empty();
        return p.equals(q);
    }

    public static int queueOfMerged(PQueue<Key> q, boolean b, Key k) {
        PQueue<Key> p = b ? PQueue.empty() : PQueue.empty();
        return (p.append(k).equals(q) ? 1 : 0) + (q.equals(p) ? 2 : 0) + (p.isEmpty() ? 4 : 0);
    }

    public static boolean queueForAllOfMerged(PQueue<Key> q, boolean b, boolean c, long n) {
        PQueue<Key> p = b ? PQueue.empty() : PQueue.empty();
        PQueue<Key> r = c ? p : q;
        PQueue<Key> s = c ? q : p;
        return r.forAll(x -> x.n() < n) || s.exists(x -> x.n() > n);
    }

    public static boolean rangeForAll(PSet<Key> s, long from, long to) {
        return Range.forAll(from, to, i -> s.has(new Key(i)));
    }

    public static boolean rangeExists(PMap<Key, Item> m, long from, long to, long w) {
        return Range.exists(from, to, i -> m.has(new Key(i)) && m.get(new Key(i)).weight() == w);
    }

    public static boolean rangeOfConstants(PSet<Key> s, long n) {
        return Range.forAll(0, 4, i -> s.has(new Key(i)) || i > n) != Range.exists(2, 5, i -> i == n)
            && Range.forAll(3, 3, i -> false);
    }

    public static boolean rangeOfAllNumbers(long n) {
        return Range.exists(Long.MIN_VALUE, Long.MAX_VALUE, i -> i <= n);
    }

    public static Key optionGet(Option<Key> o) {
        return o.get();
    }

    public static Key optionOrElse(Option<Key> o, Key k) {
        return o.orElse(k);
    }

    public static boolean optionQuantified(Option<Key> o, long n) {
        return o.forAll(k -> k.n() < n) && (o.exists(k -> k.n() == 2) || !o.isPresent());
    }

    public static Option<Option<Key>> optionNested(Option<Key> o, boolean b) {
        return b ? Option.some(o) : Option.none();
    }

    public static State stateChanged(State s, Key k, Item i) {
        State t = s;
        if (t.items().has(k)) t = t.withItems(t.items().put(k, i));
        if (!t.waiting().contains(k)) t = t.withWaiting(t.waiting().append(k));
        else if (t.current() instanceof Option.Some<Key>(var c) && !t.waiting().contains(c))
            t = t.withWaiting(t.waiting().replace(k, c));
        return t;
    }

    public static boolean stateEquals(State s, State t) {
        return s.equals(t) || s.withItems(t.items()).equals(t.withItems(s.items()));
    }

    public static boolean invariant(State s) {
        return s.waiting().forAll(k -> s.items().has(k) && !s.free().has(k))
            && s.items().forAll((k, i) -> s.kinds().get(k).equals(i.kind()))
            && s.current().forAll(k -> s.waiting().first().equals(s.current()));
    }
}
