package ashlar.refinement.check;

import ashlar.refinement.api.Suite;
import ashlar.refinement.heap.Fieldwise;
import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.lift.Executor;
import ashlar.refinement.lift.Known;
import ashlar.refinement.lift.Site;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import ashlar.refinement.theory.Collections;
import ashlar.refinement.theory.JdkMethods;
import ashlar.refinement.theory.Layouts;
import ashlar.refinement.theory.Several;
import ashlar.refinement.theory.Symbolic;
import ashlar.refinement.theory.Type;
import ashlar.refinement.theory.Words;
import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A method as one source of classes has it, executed on arbitrary arguments.
final class Version implements Known {
    private static final String MACHINE = "ashlar/model/machine/Machine";

    /// A call of a function that is not looked into.
    record Call(String key, Term guard, List<Value> arguments, Heap heap) {
        Fieldwise memory(int machine) {
            return Sameness.memory(heap, machine);
        }
    }

    final Executor executor;
    final List<Term> facts = new ArrayList<>();
    final List<Call> calls = new ArrayList<>();
    final Set<Integer> machines = new HashSet<>();
    Executor.Result result;
    private final Classes classes;
    private final Terms terms;
    private final Symbolic symbolic;
    private final String key;
    private final Map<String, Boolean> repeating = new HashMap<>();
    private final boolean isOfWords;
    private final Writes writes;
    private Heap start = Heap.EMPTY;

    Version(Terms terms, Suite suite, ClassSource source, String key) {
        this.terms = terms;
        this.key = key;
        this.classes = new Classes(source);
        List<Known> known = new ArrayList<>(List.of(this));
        this.executor = new Executor(terms, classes, new Several(known), _ -> false);
        this.symbolic = new Symbolic(terms, executor, facts::add);
        String owner = key.substring(0, key.indexOf('.'));
        this.isOfWords = suite.layouts().stream().anyMatch(l -> l.getName().replace('.', '/').equals(owner));
        Layouts layouts = new Layouts(suite.layouts(), (_, _, _, _, _) -> { });
        this.writes = new Writes(classes, layouts);
        known.add(isOfWords ? new Words() : layouts);
        known.add(new Collections(symbolic, _ -> { }));
        known.add(new JdkMethods());
    }

    /// Arbitrary arguments.
    List<Value> arguments() {
        MethodModel model = classes.method(key);
        List<Value> arguments = new ArrayList<>();
        String owner = key.substring(0, key.indexOf('.'));
        if (!model.flags().has(AccessFlag.STATIC))
            arguments.add(argument(new Type.Instance(owner, List.of()), "this"));
        for (Signature s : signature(model).arguments())
            arguments.add(argument(Type.of(s, Map.of()), "argument " + arguments.size()));
        return arguments;
    }

    private static MethodSignature signature(MethodModel model) {
        return model.findAttribute(Attributes.signature()).map(s -> s.asMethodSignature())
            .orElse(MethodSignature.of(model.methodTypeSymbol()));
    }

    private Value argument(Type type, String name) {
        if (!type.equals(new Type.Instance(MACHINE, List.of()))) return symbolic.value(type, name, List.of());
        Value.Ref machine = new Value.Ref(executor.nextIdentity(), MACHINE);
        machines.add(machine.id());
        start = start.with(machine.id(), new Heap.Cell.Memory(Fieldwise.arbitrary(terms, name)));
        return machine;
    }

    /// Starts where other does, which made the arguments.
    void skipIdentities(Version other) {
        for (int i = 0; i < other.machines.size(); i++) executor.nextIdentity();
        start = other.start;
        machines.addAll(other.machines);
    }

    void run(List<Value> arguments) {
        int dot = key.indexOf('.');
        int parenthesis = key.indexOf('(');
        result = executor.run(key.substring(0, dot), key.substring(dot + 1, parenthesis),
            key.substring(parenthesis), arguments, start);
    }

    Fieldwise memory(int machine) {
        return Sameness.memory(result.heap(), machine);
    }

    Set<String> reached() {
        return classes.reached();
    }

    @Override
    public boolean knows(String owner, String name, String descriptor) {
        String called = owner + "." + name + descriptor;
        if (called.equals(key)) return executor.callers().size() > 0;
        return !owner.startsWith("java/") && repeats(called);
    }

    @Override
    public boolean takesLoop(String method) {
        return method.equals(key);
    }

    /// Whether the static method with this key has a loop or calls itself.
    private boolean repeats(String called) {
        return repeating.computeIfAbsent(called, k -> {
            int parenthesis = k.indexOf('(');
            var target = classes.resolve(k.substring(0, k.indexOf('.')),
                k.substring(k.indexOf('.') + 1, parenthesis), k.substring(parenthesis));
            return target.filter(t -> t.method().flags().has(AccessFlag.STATIC))
                .flatMap(t -> t.method().code()).filter(_ -> hasLoop(k)).isPresent();
        });
    }

    private boolean hasLoop(String method) {
        Set<Label> passed = new HashSet<>();
        for (CodeElement e : classes.body(method)) {
            if (e instanceof LabelTarget t) passed.add(t.label());
            if (e instanceof BranchInstruction b && passed.contains(b.target())) return true;
            if (e instanceof InvokeInstruction i && method.equals(Classes.key(i))) return true;
        }
        return false;
    }

    /// Notes the call; whatever it does, it does in both versions if both call it likewise.
    @Override
    public Value call(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        String called = owner + "." + name + descriptor;
        calls.add(new Call(called, site.guard(), List.copyOf(arguments), site.heap()));
        String version = name + " " + calls.size();
        for (Value v : arguments)
            if (v instanceof Value.Ref(var id, _) && machines.contains(id)) change(site, id, called, version);
        MethodModel model = classes.method(called);
        if (descriptor.endsWith(")V")) return null;
        return symbolic.value(Type.of(signature(model).result(), Map.of()), version, List.of());
    }

    /// After the call any field that it may write holds anything.
    private void change(Site site, int id, String called, String version) {
        if (isOfWords) throw new Unsupported("a loop over words of memory");
        Fieldwise memory = Sameness.memory(site.heap(), id);
        for (var w : writes.of(called)) memory = memory.havoc(w.field(), version, w.keys(), w.sort());
        site.setHeap(site.heap().with(id, new Heap.Cell.Memory(memory)));
    }
}
