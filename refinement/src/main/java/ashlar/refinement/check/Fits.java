package ashlar.refinement.check;

import ashlar.refinement.heap.Fieldwise;
import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Merge;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.lift.Executor;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import ashlar.refinement.theory.JdkMethods;
import ashlar.refinement.theory.Layouts.Accessor;
import ashlar.refinement.theory.Several;
import ashlar.refinement.theory.Words;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a field gives back of a value that was stored in it: worked out once for each field on memory as
/// words.
final class Fits {
    /// The value that comes back for the value called stored.
    private record Normal(List<Term> keys, Term stored, Term read, Term elsewhere) { }

    private static final String MACHINE = "ashlar/model/machine/Machine";

    private final Terms terms;
    private final Classes classes;
    private final Merge merge;
    private final Map<String, Normal> known = new HashMap<>();

    Fits(Terms terms, Classes classes) {
        this.terms = terms;
        this.classes = classes;
        this.merge = new Merge(terms);
    }

    /// Whether reading the field gives back value after storing it, wherever isLive holds of object and
    /// indices.
    Term fits(Accessor accessor, Term value, Function<List<Term>, Term> isLive) {
        Normal n = known.computeIfAbsent(accessor.field(), _ -> normal(accessor, value.sort()));
        return terms.implies(isLive.apply(n.keys),
            terms.eq(terms.substitute(n.read, Map.of(n.stored, value)), value));
    }

    /// Whatever the field may be read as, of any object in any memory.
    Term anyRead(Accessor accessor, Sort sort) {
        return known.computeIfAbsent(accessor.field(), _ -> normal(accessor, sort)).elsewhere;
    }

    private Normal normal(Accessor accessor, Sort sort) {
        Executor executor =
            new Executor(terms, classes, new Several(List.of(new Words(), new JdkMethods())), _ -> false);
        Value.Ref machine = new Value.Ref(executor.nextIdentity(), MACHINE);
        Heap heap = Heap.EMPTY.with(machine.id(),
            new Heap.Cell.Memory(Fieldwise.arbitrary(terms, "memory of " + accessor.field())));
        Term stored = terms.var("stored in " + accessor.field(), sort);
        List<Term> keys = keys(accessor, "key ");
        List<Value> all = place(machine, keys);
        all.add(new Num(sort instanceof Sort.Bool ? merge.fromTruth(stored) : stored));
        Heap after = run(executor, accessor.setter(), all, heap).heap();
        Term read = read(executor, accessor, place(machine, keys), after, sort);
        Term elsewhere = read(executor, accessor, place(machine, keys(accessor, "other key ")), heap, sort);
        return new Normal(keys, stored, read, elsewhere);
    }

    private Term read(Executor executor, Accessor accessor, List<Value> place, Heap heap, Sort sort) {
        Term read = ((Num) run(executor, accessor.getter(), place, heap).value()).term();
        return sort instanceof Sort.Bool ? terms.not(terms.eq(read, terms.int32(0))) : read;
    }

    private List<Term> keys(Accessor accessor, String name) {
        List<Term> keys = new ArrayList<>();
        for (int i = 1; i < accessor.getter().getParameterCount(); i++)
            keys.add(terms.var(name + i, Sort.bits(64)));
        return keys;
    }

    private static List<Value> place(Value machine, List<Term> keys) {
        List<Value> place = new ArrayList<>(List.of(machine));
        keys.forEach(k -> place.add(new Num(k)));
        return place;
    }

    private static Executor.Result run(Executor executor, Method m, List<Value> arguments, Heap heap) {
        return executor.run(m.getDeclaringClass().getName().replace('.', '/'), m.getName(),
            MethodType.methodType(m.getReturnType(), m.getParameterTypes()).toMethodDescriptorString(),
                arguments, heap);
    }
}
