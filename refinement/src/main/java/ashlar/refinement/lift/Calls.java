package ashlar.refinement.lift;

import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Alternative;
import ashlar.refinement.heap.Value.Closure;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.heap.Value.Rec;
import ashlar.refinement.heap.Value.Ref;
import ashlar.refinement.heap.Value.Sum;
import ashlar.refinement.lift.Executor.Outcome;
import ashlar.refinement.term.Term;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Method calls: direct, virtual, dynamic, and those known by heart.
final class Calls {
    private final Executor executor;
    private final Objects objects;
    private final Known known;

    Calls(Executor executor, Objects objects, Known known) {
        this.executor = executor;
        this.objects = objects;
        this.known = known;
    }

    void call(Activation at, Frame frame, InvokeInstruction i) {
        boolean isStatic = i.opcode() == Opcode.INVOKESTATIC;
        String owner = i.owner().asInternalName();
        String name = i.name().stringValue();
        String descriptor = i.type().stringValue();
        int parameters = MethodTypeDesc.ofDescriptor(descriptor).parameterCount() + (isStatic ? 0 : 1);
        List<Value> arguments = frame.pop(parameters);
        if (name.equals("<init>")) {
            construct(at, frame, owner, descriptor, arguments);
            return;
        }
        if (!isStatic) arguments.set(0, objects.nonNull(at, arguments.getFirst()));
        if (frame.guard.isFalse()) return;
        push(frame, result(at, frame, i.opcode(), owner, name, descriptor, arguments));
    }

    private static void push(Frame frame, Value result) {
        if (result != null) frame.push(result);
    }

    private Value result(Activation at, Frame frame, Opcode op, String owner, String name, String descriptor,
        List<Value> arguments) {
        if (known.knows(owner, name, descriptor)) {
            return known.call(new Site(at, frame), owner, name, descriptor, arguments);
        }
        if (op == Opcode.INVOKESTATIC || op == Opcode.INVOKESPECIAL)
            return run(at, frame, find(owner, name, descriptor), arguments);
        if (arguments.getFirst() instanceof Closure c)
            return applied(at, frame, c, arguments.subList(1, arguments.size()));
        return dispatch(at, frame, name, descriptor, arguments);
    }

    /// Whether a jump back to the start of the method is a call of it.
    boolean takesLoop(Code code) {
        return known.takesLoop(code.owner + "." + code.name + code.descriptor);
    }

    /// The call that such a jump is.
    Value again(Activation at, Frame frame, Code code) {
        List<Value> arguments = new ArrayList<>();
        int slot = 0;
        for (var p : MethodTypeDesc.ofDescriptor(code.descriptor).parameterList()) {
            arguments.add(frame.local(slot));
            slot += p.descriptorString().equals("J") ? 2 : 1;
        }
        return known.call(new Site(at, frame), code.owner, code.name, code.descriptor, arguments);
    }

    /// Runs a static method whether or not it is known by heart.
    Value execute(Activation at, Frame frame, String owner, String name, String descriptor,
        List<Value> arguments) {
        return run(at, frame, find(owner, name, descriptor), arguments);
    }

    private Classes.Target find(String owner, String name, String descriptor) {
        return executor.classes.resolve(owner, name, descriptor)
            .orElseThrow(() -> new Unsupported("no method " + owner + "." + name + descriptor));
    }

    private Value run(Activation at, Frame frame, Classes.Target target, List<Value> arguments) {
        String owner = target.owner().thisClass().asInternalName();
        if (owner.startsWith("java/") && !Jdk.isLiftable(owner))
            throw new Unsupported("method " + target.key());
        return take(at, frame, executor.invoke(target, arguments, frame.guard, frame.heap));
    }

    /// Goes on where the call returned.
    private static Value take(Activation at, Frame frame, Outcome outcome) {
        at.raiseAll(outcome.raised());
        frame.guard = outcome.guard();
        frame.heap = outcome.heap();
        return outcome.value();
    }

    /// Calls the method that the receiver's type selects; once for all types that share it.
    private Value dispatch(Activation at, Frame frame, String name, String descriptor,
        List<Value> arguments) {
        Value receiver = arguments.getFirst();
        if (Equality.is(name, descriptor))
            return new Num(executor.merge.fromTruth(equality(receiver, arguments.get(1))));
        if (!(receiver instanceof Sum(var alternatives)))
            return run(at, frame, find(typeOf(receiver), name, descriptor), arguments);
        Map<String, Map<String, Alternative>> byTarget = new LinkedHashMap<>();
        alternatives.forEach((type, a) ->
            byTarget.computeIfAbsent(find(type, name, descriptor).key(), _ -> new LinkedHashMap<>())
                .put(type, a));
        return byTarget.size() == 1
            ? run(at, frame, find(alternatives.keySet().iterator().next(), name, descriptor), arguments)
                                    : each(at, frame, name, descriptor, arguments, byTarget.values());
    }

    private Value each(Activation at, Frame frame, String name, String descriptor, List<Value> arguments,
                       Iterable<Map<String, Alternative>> groups) {
        Frame all = null;
        for (Map<String, Alternative> group : groups) {
            Term is = executor.terms.or(group.values().stream().map(Alternative::is).toList());
            Frame one = frame.copy(frame.guard.and(is));
            if (one.guard.isFalse()) continue;
            List<Value> own = new ArrayList<>(arguments);
            own.set(0, ashlar.refinement.heap.Merge.sumOf(group));
            push(one, run(at, one, find(group.keySet().iterator().next(), name, descriptor), own));
            all = all == null ? one : one.orElse(all, executor.merge);
        }
        frame.guard = all == null ? frame.guard.and(executor.terms.fls()) : all.guard;
        if (all == null) return null;
        frame.heap = all.heap;
        return descriptor.endsWith(")V") ? null : all.pop();
    }

    private Term equality(Value a, Value b) {
        return new Equality(executor).of(a, b);
    }

    private static String typeOf(Value receiver) {
        return switch (receiver) {
            case Rec(var type, _) -> type;
            case Ref(_, var type) -> type;
            default               ->
                throw new Unsupported("a call on " + receiver.getClass().getSimpleName());
        };
    }

    private void construct(Activation at, Frame frame, String owner, String descriptor,
        List<Value> arguments) {
        Value object = arguments.getFirst();
        if (object instanceof Value.Fault || owner.equals("java/lang/Object")
            || owner.equals("java/lang/Record")) return;
        run(at, frame, find(owner, "<init>", descriptor), arguments);
        if (!frame.guard.isFalse() && object instanceof Ref ref && executor.classes.isRecord(ref.type())) {
            frame.replace(ref, objects.record(frame, ref));
        }
    }

    private Value applied(Activation at, Frame frame, Closure closure, List<Value> arguments) {
        return take(at, frame, new Applied(executor, closure).on(arguments, frame.guard, frame.heap));
    }

    /// A closure about to be run.
    record Applied(Executor executor, Closure closure) {
        Outcome on(List<Value> arguments, Heap heap) {
            return on(arguments, Guard.always(executor.terms), heap);
        }

        Outcome on(List<Value> arguments, Guard guard, Heap heap) {
            List<Value> all = new ArrayList<>(closure.captured());
            all.addAll(arguments);
            var target = executor.classes.resolve(closure.owner(), closure.name(), closure.descriptor())
                .orElseThrow(() -> new Unsupported("no method " + closure.owner() + "." + closure.name()));
            return executor.invoke(target, all, guard, heap);
        }
    }

    void dynamic(Activation at, Frame frame, InvokeDynamicInstruction i) {
        String bootstrap = Classes.internal(i.bootstrapMethod().owner()) + "." + i.bootstrapMethod()
            .methodName();
        MethodTypeDesc type = i.typeSymbol();
        List<Value> arguments = frame.pop(type.parameterCount());
        push(frame, switch (bootstrap) {
            case "java/lang/invoke/LambdaMetafactory.metafactory"             -> closure(i, arguments);
            case "java/lang/runtime/SwitchBootstraps.typeSwitch"              -> typeSwitch(i, arguments);
            case "java/lang/invoke/StringConcatFactory.makeConcatWithConstants" -> new Value.Text();
            case "java/lang/runtime/ObjectMethods.bootstrap"                  -> objectMethod(i, arguments);
            default -> throw new Unsupported("invokedynamic of " + bootstrap);
        });
    }

    private static Value closure(InvokeDynamicInstruction i, List<Value> captured) {
        var handle = (DirectMethodHandleDesc) i.bootstrapArgs().get(1);
        boolean isStatic = handle.kind() == DirectMethodHandleDesc.Kind.STATIC
                        || handle.kind() == DirectMethodHandleDesc.Kind.INTERFACE_STATIC;
        return new Closure(Classes.internal(handle.owner()), handle.methodName(), handle.lookupDescriptor(),
            isStatic, captured);
    }

    /// The index of the first label, from the restart index on, whose type the value has; the number of
    /// labels if
    /// it has none; -1 for null.
    private Value typeSwitch(InvokeDynamicInstruction i, List<Value> arguments) {
        Value selected = arguments.getFirst();
        Term from = ((Num) arguments.get(1)).term();
        if (!from.isConstant()) throw new Unsupported("a switch restarted at an unknown case");
        List<ConstantDesc> labels = i.bootstrapArgs();
        Term index = executor.terms.int32(labels.size());
        for (int k = labels.size() - 1; k >= from.toSigned(); k--) {
            if (!(labels.get(k) instanceof ClassDesc type))
                throw new Unsupported("a case that is no type: " + labels.get(k));
            index = executor.terms.ite(objects.isA(selected, Classes.internal(type)),
                executor.terms.int32(k), index);
        }
        return new Num(executor.terms.ite(objects.isNull(selected), executor.terms.int32(-1), index));
    }

    private Value objectMethod(InvokeDynamicInstruction i, List<Value> arguments) {
        return switch (i.name().stringValue()) {
            case "equals"   ->
                new Num(executor.merge.fromTruth(equality(arguments.get(0), arguments.get(1))));
            case "toString" -> new Value.Text();
            default         -> throw new Unsupported("hashCode of a record");
        };
    }
}
