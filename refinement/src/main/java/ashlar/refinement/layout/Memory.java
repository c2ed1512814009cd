package ashlar.refinement.layout;

import ashlar.refinement.heap.Fieldwise;
import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Merge;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.layout.Footprint.Access;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.lift.Executor;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import ashlar.refinement.theory.JdkMethods;
import ashlar.refinement.theory.Several;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/// Runs accessors on words of memory.
final class Memory {
    private static final String MACHINE = "ashlar/model/machine/Machine";

    /// @param value    what a reader returns
    /// @param raises   when it raises an exception
    /// @param accesses the words it may touch
    record Run(Heap heap, Term value, Term raises, List<Access> accesses) { }

    private final Terms terms;
    private final Merge merge;
    private final Footprint footprint = new Footprint();
    private final Executor executor;
    private final Value.Ref machine;

    Memory(Terms terms, Classes classes) {
        this.terms = terms;
        this.merge = new Merge(terms);
        var known = new Several(List.of(footprint, new JdkMethods()));
        this.executor = new Executor(terms, classes, known, _ -> false);
        this.machine = new Value.Ref(executor.nextIdentity(), MACHINE);
    }

    /// Arbitrary words, called name in terms.
    Heap arbitrary(String name) {
        return Heap.EMPTY.with(machine.id(), new Heap.Cell.Memory(Fieldwise.arbitrary(terms, name)));
    }

    Run read(Field f, Heap heap, List<Term> keys) {
        List<Value> arguments = arguments(keys);
        arguments.addFirst(machine);
        return run(f.getter(), arguments, heap);
    }

    Run write(Field f, Heap heap, List<Term> keys, Term value) {
        List<Value> arguments = arguments(keys);
        arguments.addFirst(machine);
        arguments.add(number(value));
        return run(f.setter(), arguments, heap);
    }

    /// Whether a static method without a machine returns true.
    Term holds(Method predicate, List<Term> numbers) {
        return run(predicate, arguments(numbers), Heap.EMPTY).value;
    }

    private List<Value> arguments(List<Term> numbers) {
        return new ArrayList<>(numbers.stream().map(this::number).toList());
    }

    private Value number(Term t) {
        return new Num(t.sort() instanceof Sort.Bool ? merge.fromTruth(t) : t);
    }

    private Run run(Method m, List<Value> arguments, Heap heap) {
        var type = MethodType.methodType(m.getReturnType(), m.getParameterTypes());
        var result = executor.run(m.getDeclaringClass().getName().replace('.', '/'), m.getName(),
            type.toMethodDescriptorString(), arguments, heap);
        Term value = result.value() instanceof Num(var t) ? t : null;
        if (m.getReturnType() == boolean.class) value = terms.not(terms.eq(value, terms.int32(0)));
        Term raises = terms.or(result.raised().stream().map(Executor.Raised::when).toList());
        return new Run(result.heap(), value, raises, footprint.take());
    }
}
