package ashlar.refinement.lift;

import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Heap.Cell;
import ashlar.refinement.heap.Merge;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Alternative;
import ashlar.refinement.heap.Value.Null;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.heap.Value.Rec;
import ashlar.refinement.heap.Value.Ref;
import ashlar.refinement.heap.Value.Sum;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.lang.classfile.Attributes;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Instructions on references: fields, arrays, type tests.
final class Objects {
    private static final String CLASS_CAST = "java/lang/ClassCastException";
    private static final String NULL_POINTER = "java/lang/NullPointerException";

    private final Executor executor;
    private final Terms terms;
    private final Merge merge;
    private final Map<String, Value> statics = new HashMap<>();
    private final Map<String, Heap> initialised = new HashMap<>();
    private final Set<String> initialising = new HashSet<>();
    private final Set<Integer> fixed = new HashSet<>();

    Objects(Executor executor) {
        this.executor = executor;
        this.terms = executor.terms;
        this.merge = executor.merge;
    }

    Value constant(ConstantInstruction i) {
        return switch (i.constantValue()) {
            case Integer n when i.typeKind() == TypeKind.INT || i.typeKind() == TypeKind.BYTE
                || i.typeKind() == TypeKind.SHORT
                -> new Num(terms.int32(n));
            case Long n     -> new Num(terms.int64(n));
            case Integer n  -> new Num(terms.int32(n));
            case String _   -> new Value.Text();
            case java.lang.constant.ConstantDesc d when d.equals(java.lang.constant.ConstantDescs.NULL) ->
                new Null();
            default         -> throw new Unsupported("constant " + i.constantValue());
        };
    }

    /// A new object of the class, its fields zero; an exception needs no object.
    Value allocate(Frame frame, String type) {
        if (executor.classes.isThrowable(type)) return new Value.Fault(type);
        if (type.startsWith("java/")) throw new Unsupported("an object of " + type);
        Map<String, Value> fields = new HashMap<>();
        for (String declaring : executor.classes.supertypes(type)) {
            for (var f : executor.classes.get(declaring).fields()) {
                if (!f.flags().has(AccessFlag.STATIC))
                    fields.put(declaring + "." + f.fieldName().stringValue(),
                        zero(f.fieldType().stringValue()));
            }
        }
        Ref ref = new Ref(executor.newIdentity(), type);
        frame.heap = frame.heap.with(ref.id(), new Cell.Fields(fields));
        return ref;
    }

    private Value zero(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'J'                     -> new Num(terms.int64(0));
            case 'I', 'Z', 'B', 'C', 'S' -> new Num(terms.int32(0));
            case 'L', '['                -> new Null();
            default                      -> throw new Unsupported("a field of type " + descriptor);
        };
    }

    /// The record that the finished constructor left at ref.
    Value record(Frame frame, Ref ref) {
        var fields = ((Cell.Fields) frame.heap.at(ref.id())).values();
        return new Rec(ref.type(), components(ref.type()).stream()
            .map(c -> fields.get(ref.type() + "." + c)).toList());
    }

    private List<String> components(String type) {
        return executor.classes.get(type).findAttribute(Attributes.record()).orElseThrow().components()
            .stream()
            .map(c -> c.name().stringValue()).toList();
    }

    void field(Activation at, Frame frame, FieldInstruction i) {
        String owner = i.owner().asInternalName();
        String name = i.name().stringValue();
        switch (i.opcode()) {
            case GETFIELD  -> {
                Value object = nonNull(at, frame.pop());
                if (!frame.guard.isFalse()) frame.push(read(at, frame, object, owner, name));
            }
            case PUTFIELD  -> write(frame, i);
            case GETSTATIC -> frame.push(readStatic(frame, owner, name));
            default        -> writeStatic(frame, owner, name);
        }
    }

    private Value read(Activation at, Frame frame, Value object, String owner, String name) {
        return switch (object) {
            case Rec(var type, var fields) -> fields.get(components(type).indexOf(name));
            case Ref(var id, _)
                when frame.heap.at(id) instanceof Cell.Fields(var fields) -> fields.get(key(owner, name));
            case Sum(var alternatives)     -> {
                Value all = null;
                for (Alternative a : alternatives.values()) {
                    Value v = read(at, frame, a.value(), owner, name);
                    all = all == null ? v : merge.of(a.is(), v, all);
                }
                yield all;
            }
            default ->
                throw new Unsupported("field " + owner + "." + name + " of " + object.getClass()
                .getSimpleName());
        };
    }

    /// The name of the field that owner has, with the class that declares it.
    private String key(String owner, String name) {
        return executor.classes.declaring(owner, name) + "." + name;
    }

    private void write(Frame frame, FieldInstruction i) {
        Value v = frame.pop();
        if (!(frame.pop() instanceof Ref(var id, _)
            && frame.heap.at(id) instanceof Cell.Fields(var fields))) {
            throw new Unsupported("field " + i.name().stringValue()
                + " of what is no object of known identity");
        }
        mayChange(id);
        Map<String, Value> changed = new HashMap<>(fields);
        changed.put(key(i.owner().asInternalName(), i.name().stringValue()), v);
        frame.heap = frame.heap.with(id, new Cell.Fields(changed));
    }

    private Value readStatic(Frame frame, String qualifier, String name) {
        String owner = executor.classes.declaring(qualifier, name);
        if (owner.startsWith("java/")) throw new Unsupported("static field " + owner + "." + name);
        frame.heap = frame.heap.withAll(initialise(owner));
        Value v = statics.get(owner + "." + name);
        if (v == null)
            throw new Unsupported("static field " + owner + "." + name
            + " is not set by its class's initialiser");
        return v;
    }

    /// Runs the class initialiser, before and apart from all paths. What it leaves behind is never changed:
    /// paths that meet need not know which of them came first.
    private Heap initialise(String owner) {
        Heap done = initialised.get(owner);
        if (done != null) return done;
        initialised.put(owner, Heap.EMPTY);
        initialising.add(owner);
        Heap heap = executor.classes.declared(owner, "<clinit>", "()V").map(this::initialised)
            .orElse(Heap.EMPTY);
        initialising.remove(owner);
        initialised.put(owner, heap);
        fixed.addAll(heap.identities());
        return heap;
    }

    private Heap initialised(Classes.Target initialiser) {
        var outcome = executor.invoke(initialiser, List.of(), Guard.always(terms), Heap.EMPTY);
        if (!outcome.guard().term().isTrue()) throw new Unsupported("an exception in " + initialiser.key());
        return outcome.heap();
    }

    private void writeStatic(Frame frame, String owner, String name) {
        Value v = frame.pop();
        if (!initialising.contains(owner) || statics.put(owner + "." + name, v) != null)
            throw new Unsupported("static field " + owner + "." + name + " is changed");
    }

    private void mayChange(int id) {
        if (fixed.contains(id)) throw new Unsupported("what a static field holds is changed");
    }

    Term isNull(Value v) {
        return switch (v) {
            case Null()                -> terms.tru();
            case Sum(var alternatives) -> alternatives.containsKey(Value.NULL) ? alternatives.get(Value.NULL)
                .is() : terms.fls();
            default                    -> terms.fls();
        };
    }

    Term same(Value b, Value a) {
        if (a instanceof Null) return isNull(b);
        if (b instanceof Null) return isNull(a);
        if (a instanceof Ref x && b instanceof Ref y) return terms.bool(x.id() == y.id());
        throw new Unsupported("== on records, which have no identity");
    }

    /// v where it is not null; where it is, an exception is raised.
    Value nonNull(Activation at, Value v) {
        at.raiseIf(isNull(v), NULL_POINTER);
        return v instanceof Sum(var alternatives) ? without(alternatives, Value.NULL) : v;
    }

    private static Value without(Map<String, Alternative> alternatives, String type) {
        if (!alternatives.containsKey(type)) return new Sum(alternatives);
        Map<String, Alternative> rest = new LinkedHashMap<>(alternatives);
        rest.remove(type);
        return Merge.sumOf(rest);
    }

    void check(Activation at, Frame frame, TypeCheckInstruction i) {
        String type = i.type().asInternalName();
        Value v = frame.pop();
        frame.push(i.opcode() == Opcode.INSTANCEOF ? new Num(merge.fromTruth(isA(v, type)))
            : cast(at, frame, v, type));
    }

    /// Whether v is an instance of type; null is of none.
    Term isA(Value v, String type) {
        return switch (v) {
            case Null()                -> terms.fls();
            case Rec(var t, _)         -> terms.bool(executor.classes.isSubtype(t, type));
            case Ref(_, var t)         -> terms.bool(executor.classes.isSubtype(t, type));
            case Value.Fault(var t)    -> terms.bool(executor.classes.isSubtype(t, type));
            case Sum(var alternatives) -> terms.or(alternatives.entrySet().stream()
                .filter(e -> !e.getKey().equals(Value.NULL) && executor.classes.isSubtype(e.getKey(), type))
                .map(e -> e.getValue().is()).toList());
            default                    ->
                throw new Unsupported("instanceof on " + v.getClass().getSimpleName());
        };
    }

    private Value cast(Activation at, Frame frame, Value v, String type) {
        if (v instanceof Rec || v instanceof Ref || v instanceof Value.Fault)
            at.raiseIf(terms.not(isA(v, type)), CLASS_CAST);
        if (!(v instanceof Sum(var alternatives))) return v;
        Map<String, Alternative> kept = new LinkedHashMap<>();
        List<Term> wrong = new ArrayList<>();
        alternatives.forEach((t, a) -> {
            if (t.equals(Value.NULL) || executor.classes.isSubtype(t, type)) kept.put(t, a);
            else wrong.add(a.is());
        });
        if (kept.values().stream().noneMatch(a -> frame.guard.says(a.is())))
            at.raiseIf(terms.or(wrong), CLASS_CAST);
        return kept.isEmpty() ? new Null() : Merge.sumOf(kept);
    }

    void newArray(Frame frame, ClassDesc component) {
        Term length = frame.popTerm();
        if (!length.isConstant() || length.toSigned() < 0)
            throw new Unsupported("an array whose length is not a constant");
        Ref ref = new Ref(executor.newIdentity(), component.arrayType().descriptorString());
        Value zero = zero(component.descriptorString());
        frame.heap =
            frame.heap.with(ref.id(), new Cell.Elements(Collections.nCopies((int) length.constant(), zero)));
        frame.push(ref);
    }

    void length(Activation at, Frame frame) {
        frame.push(terms.int32(elements(frame, frame.pop()).size()));
    }

    private static List<Value> elements(Frame frame, Value array) {
        if (array instanceof Ref(var id, _) && frame.heap.at(id) instanceof Cell.Elements(var elements))
            return elements;
        throw new Unsupported("an array of unknown identity");
    }

    void load(Activation at, Frame frame) {
        Term index = frame.popTerm();
        var elements = elements(frame, frame.pop());
        inBounds(at, index, elements.size());
        Value found = elements.isEmpty() ? new Null() : elements.getLast();
        for (int i = elements.size() - 2; i >= 0; i--) found =
            merge.of(terms.eq(index, terms.int32(i)), elements.get(i), found);
        frame.push(found);
    }

    void store(Activation at, Frame frame) {
        Value v = frame.pop();
        Term index = frame.popTerm();
        if (!(frame.pop() instanceof Ref ref)) throw new Unsupported("an array of unknown identity");
        var elements = elements(frame, ref);
        inBounds(at, index, elements.size());
        fitsIn(at, ref.type(), v);
        Value stored = narrowed(ref.type(), v);
        mayChange(ref.id());
        List<Value> changed = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++)
            changed.add(merge.of(terms.eq(index, terms.int32(i)), stored, elements.get(i)));
        frame.heap = frame.heap.with(ref.id(), new Cell.Elements(changed));
    }

    /// Raises an exception where a reference is of another type than the array's elements.
    private void fitsIn(Activation at, String arrayType, Value v) {
        if (!(v instanceof Rec || v instanceof Ref || v instanceof Sum || v instanceof Value.Fault)) return;
        Term fits = isA(v, Classes.named(arrayType.substring(1)));
        at.raiseIf(terms.not(terms.or(fits, isNull(v))), "java/lang/ArrayStoreException");
    }

    private Value narrowed(String arrayType, Value v) {
        if (!(v instanceof Num(var t))) return v;
        return new Num(switch (arrayType) {
            case "[B" -> executor.arithmetic.converted(Opcode.I2B, t);
            case "[S" -> executor.arithmetic.converted(Opcode.I2S, t);
            case "[C" -> executor.arithmetic.converted(Opcode.I2C, t);
            case "[Z" -> terms.band(t, terms.int32(1));
            default   -> t;
        });
    }

    private void inBounds(Activation at, Term index, int length) {
        at.raiseIf(terms.not(terms.ult(index, terms.int32(length))),
            "java/lang/ArrayIndexOutOfBoundsException");
    }
}
