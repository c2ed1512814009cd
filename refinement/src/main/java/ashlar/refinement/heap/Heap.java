package ashlar.refinement.heap;

import ashlar.refinement.term.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The mutable objects and arrays, by identity. Immutable: every change is a new heap.
public final class Heap {
    /// The fields of an object or the elements of an array, or the state of a machine.
    public sealed interface Cell {
        record Fields(Map<String, Value> values) implements Cell { }

        record Elements(List<Value> values) implements Cell { }

        record Memory(Fieldwise fields) implements Cell { }
    }

    public static final Heap EMPTY = new Heap(Map.of());

    private final Map<Integer, Cell> cells;

    private Heap(Map<Integer, Cell> cells) {
        this.cells = cells;
    }

    public Cell at(int id) {
        return cells.get(id);
    }

    /// The identities of all objects and arrays.
    public Set<Integer> identities() {
        return cells.keySet();
    }

    public Heap with(int id, Cell cell) {
        Map<Integer, Cell> changed = new HashMap<>(cells);
        changed.put(id, cell);
        return new Heap(changed);
    }

    /// This heap and those cells of other that it lacks.
    public Heap withAll(Heap other) {
        if (cells.keySet().containsAll(other.cells.keySet())) return this;
        Map<Integer, Cell> more = new HashMap<>(other.cells);
        more.putAll(cells);
        return new Heap(more);
    }

    /// This heap where c holds, other elsewhere. What only one of them has was made on its path.
    public Heap orElse(Term c, Heap other, Merge merge) {
        if (this == other || c.isTrue()) return this;
        Map<Integer, Cell> merged = new HashMap<>(other.cells);
        cells.forEach((id, cell) -> merged.merge(id, cell, (theirs, ours) -> joined(c, ours, theirs, merge)));
        return new Heap(merged);
    }

    private static Cell joined(Term c, Cell a, Cell b, Merge merge) {
        if (a == b) return a;
        if (a instanceof Cell.Elements(var x) && b instanceof Cell.Elements(var y))
            return new Cell.Elements(merge.each(c, x, y));
        if (a instanceof Cell.Memory(var x) && b instanceof Cell.Memory(var y))
            return new Cell.Memory(x.orElse(c, y));
        if (!(a instanceof Cell.Fields(var x) && b instanceof Cell.Fields(var y)))
            throw new Unsupported("cells of two kinds");
        Map<String, Value> values = new HashMap<>(y);
        x.forEach((name, v) -> values.merge(name, v, (theirs, ours) -> merge.of(c, ours, theirs)));
        return new Cell.Fields(values);
    }
}
