package ashlar.refinement.lift;

import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Merge;
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
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
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
        var own = executor.classes.resolve(owner, name, descriptor);
        boolean isClosure = arguments.getFirst() instanceof Closure;
        if (own.isPresent() && (isClosure || own.get().isPrivate()))
            return run(at, frame, own.get(), arguments);
        if (arguments.getFirst() instanceof Closure c)
            return applied(at, frame, c, descriptor, arguments.subList(1, arguments.size()));
        if (Equality.is(name, descriptor) && new Equality(executor).isStructural(arguments.getFirst()))
            return new Num(executor.merge.fromTruth(equality(arguments.getFirst(), arguments.get(1))));
        return take(at, frame, selected(name, descriptor, arguments, frame.guard, frame.heap));
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
        return take(at, frame, invoke(target, arguments, frame.guard, frame.heap));
    }

    private Outcome invoke(Classes.Target target, List<Value> arguments, Guard guard, Heap heap) {
        String owner = target.owner().thisClass().asInternalName();
        if (owner.startsWith("java/") && !Jdk.isLiftable(owner))
            throw new Unsupported("method " + target.key());
        return executor.invoke(target, arguments, guard, heap);
    }

    /// Goes on where the call returned.
    private static Value take(Activation at, Frame frame, Outcome outcome) {
        at.raiseAll(outcome.raised());
        frame.guard = outcome.guard();
        frame.heap = outcome.heap();
        return outcome.value();
    }

    /// Calls the method that the receiver's type selects; once for all types that share it.
    private Outcome selected(String name, String descriptor, List<Value> arguments, Guard guard, Heap heap) {
        if (!(arguments.getFirst() instanceof Sum(var alternatives)))
            return invoke(find(typeOf(arguments.getFirst(), name), name, descriptor), arguments, guard, heap);
        Map<String, Classes.Target> targets = new LinkedHashMap<>();
        Map<String, Map<String, Alternative>> byTarget = new HashMap<>();
        alternatives.forEach((type, a) -> {
            Classes.Target target = find(typeOf(a.value(), name), name, descriptor);
            targets.put(target.key(), target);
            byTarget.computeIfAbsent(target.key(), _ -> new LinkedHashMap<>()).put(type, a);
        });
        if (targets.size() == 1)
            return invoke(targets.values().iterator().next(), arguments, guard, heap);
        List<Outcome> all = new ArrayList<>();
        targets.forEach((key, target) -> {
            Map<String, Alternative> group = byTarget.get(key);
            Guard one = guard.and(executor.terms.or(group.values().stream().map(Alternative::is).toList()));
            if (one.isFalse()) return;
            List<Value> own = new ArrayList<>(arguments);
            own.set(0, Merge.sumOf(group));
            all.add(invoke(target, own, one, heap));
        });
        return joined(all, guard, heap);
    }

    /// One outcome for those of several paths from guard and heap.
    private Outcome joined(List<Outcome> outcomes, Guard guard, Heap heap) {
        Frame all = new Frame(guard.and(executor.terms.fls()), heap, 0);
        List<Executor.Raised> raised = new ArrayList<>();
        for (Outcome o : outcomes) {
            Frame one = new Frame(o.guard(), o.heap(), 0);
            push(one, o.value());
            all = one.orElse(all, executor.merge);
            raised.addAll(o.raised());
        }
        return new Outcome(all.guard, all.heap, all.peekOrNull(), raised);
    }

    private Term equality(Value a, Value b) {
        return new Equality(executor).of(a, b);
    }

    private static String typeOf(Value receiver, String name) {
        return switch (receiver) {
            case Rec(var type, _) -> type;
            case Ref(_, var type) -> type;
            default               ->
                throw new Unsupported("a call of " + name + " on " + receiver.getClass().getSimpleName());
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

    private Value applied(Activation at, Frame frame, Closure closure, String descriptor,
        List<Value> arguments) {
        Value result = take(at, frame, apply(closure, arguments, frame.guard, frame.heap));
        return descriptor.endsWith(")V") ? null : result;
    }

    /// What a closure comes to.
    Outcome apply(Closure closure, List<Value> arguments, Guard guard, Heap heap) {
        List<Value> all = new ArrayList<>(closure.captured());
        all.addAll(arguments);
        if (known.knows(closure.owner(), closure.name(), closure.descriptor()))
            throw new Unsupported("a reference to " + closure.owner() + "." + closure.name());
        var own = executor.classes.resolve(closure.owner(), closure.name(), closure.descriptor());
        if (own.isPresent() && (closure.isStatic() || own.get().isPrivate()))
            return invoke(own.get(), all, guard, heap);
        return selected(closure.name(), closure.descriptor(), all, guard, heap);
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
        if (handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR)
            throw new Unsupported("a reference to a constructor");
        convertsNothing(handle.invocationType().dropParameterTypes(0, captured.size()),
            (MethodTypeDesc) i.bootstrapArgs().get(2));
        boolean isStatic = handle.kind() == DirectMethodHandleDesc.Kind.STATIC
                        || handle.kind() == DirectMethodHandleDesc.Kind.INTERFACE_STATIC;
        return new Closure(Classes.internal(handle.owner()), handle.methodName(), handle.lookupDescriptor(),
            isStatic, captured);
    }

    /// Refuses a function that is called with other primitive types than it has.
    private static void convertsNothing(MethodTypeDesc has, MethodTypeDesc called) {
        boolean alike = isAlike(has.returnType(), called.returnType())
            || called.returnType().equals(ConstantDescs.CD_void);
        for (int i = 0; i < has.parameterCount(); i++)
            alike &= isAlike(has.parameterType(i), called.parameterType(i));
        if (!alike) throw new Unsupported("a function that converts numbers: " + has.displayDescriptor()
            + " as " + called.displayDescriptor());
    }

    private static boolean isAlike(ClassDesc a, ClassDesc b) {
        return a.equals(b) || !a.isPrimitive() && !b.isPrimitive();
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
            index = executor.terms.ite(hits(labels.get(k), selected, i.typeSymbol().parameterType(0)),
                executor.terms.int32(k), index);
        }
        return new Num(executor.terms.ite(objects.isNull(selected), executor.terms.int32(-1), index));
    }

    /// Whether a value of the static type is of the type that label names.
    private Term hits(ConstantDesc label, Value selected, ClassDesc selector) {
        if (label instanceof ClassDesc type) return objects.isA(selected, Classes.internal(type));
        if (label instanceof DynamicConstantDesc<?> d && selector.isPrimitive()
            && d.bootstrapMethod().equals(ConstantDescs.BSM_PRIMITIVE_CLASS)
            && d.constantName().equals(selector.descriptorString())) return executor.terms.tru();
        throw new Unsupported("a case that is no type: " + label);
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
