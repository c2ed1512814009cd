package ashlar.refinement.lift;

import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Merge;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.term.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One activation on one path: where it is reached, its locals, its stack, the heap. Mutable; a jump copies
/// it.
final class Frame {
    Guard guard;
    Heap heap;
    private final Value[] locals;
    private final List<Value> stack;

    Frame(Guard guard, Heap heap, int maxLocals) {
        this(guard, heap, new Value[maxLocals], new ArrayList<>());
    }

    private Frame(Guard guard, Heap heap, Value[] locals, List<Value> stack) {
        this.guard = guard;
        this.heap = heap;
        this.locals = locals;
        this.stack = stack;
    }

    Frame copy(Guard where) {
        return new Frame(where, heap, locals.clone(), new ArrayList<>(stack));
    }

    /// This frame where condition holds, which tells the two guards apart; other elsewhere.
    Frame orElse(Frame other, Merge merge) {
        if (guard.isFalse()) return other;
        if (other.guard.isFalse()) return this;
        var joined = guard.or(other.guard);
        Term c = joined.choice();
        var mergedLocals = merge.each(c, Arrays.asList(locals), Arrays.asList(other.locals));
        Heap mergedHeap = heap.orElse(c, other.heap, merge);
        return new Frame(joined.guard(), mergedHeap, mergedLocals.toArray(Value[]::new),
            merge.each(c, stack, other.stack));
    }

    Value local(int i) {
        Value v = locals[i];
        if (v instanceof Value.Conflict(var why)) throw new Unsupported("paths with " + why + " meet");
        return v;
    }

    void setLocal(int i, Value v) {
        locals[i] = v;
    }

    void push(Value v) {
        stack.add(v);
    }

    void push(Term t) {
        stack.add(new Num(t));
    }

    Value pop() {
        Value v = stack.removeLast();
        if (v instanceof Value.Conflict(var why)) throw new Unsupported("paths with " + why + " meet");
        return v;
    }

    Value peek(int depth) {
        return stack.get(stack.size() - 1 - depth);
    }

    /// The topmost value, null if there is none.
    Value peekOrNull() {
        return stack.isEmpty() ? null : peek(0);
    }

    Term popTerm() {
        if (pop() instanceof Num(var t)) return t;
        throw new Unsupported("a reference where a number is expected");
    }

    List<Value> pop(int n) {
        List<Value> top = new ArrayList<>(stack.subList(stack.size() - n, stack.size()));
        for (Value v : top) if (v instanceof Value.Conflict(var why))
            throw new Unsupported("paths with " + why + " meet");
        stack.subList(stack.size() - n, stack.size()).clear();
        return top;
    }

    /// Puts v below the depth topmost values.
    void insert(int depth, Value v) {
        stack.add(stack.size() - depth, v);
    }

    void clearStack() {
        stack.clear();
    }

    /// Puts now wherever was is: the value of an object once its constructor is done.
    void replace(Value was, Value now) {
        stack.replaceAll(v -> v == was ? now : v);
        for (int i = 0; i < locals.length; i++) if (locals[i] == was) locals[i] = now;
    }
}
