package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.refinement.api.Suite;
import ashlar.refinement.heap.Fieldwise;
import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.lift.Executor;
import ashlar.refinement.lift.Site;
import ashlar.refinement.solve.Limits;
import ashlar.refinement.solve.Prover;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import ashlar.refinement.theory.Collections;
import ashlar.refinement.theory.JdkMethods;
import ashlar.refinement.theory.Layouts;
import ashlar.refinement.theory.Several;
import ashlar.refinement.theory.Symbolic;
import ashlar.refinement.theory.Type;
import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An obligation as assumptions and goals over terms.
final class Lifted {
    private static final Limits SOON = new Limits(3_000, 3_000, 0);
    private static final String MACHINE = "ashlar/model/machine/Machine";

    final Terms terms = new Terms();
    private final Suite suite;
    private final Method obligation;
    private final Classes classes;
    private final Recorder recorder;
    private final Executor executor;
    private final Symbolic symbolic;
    private final Fits fits;
    private final Contracts contracts;
    private final Map<String, Set<Term>> loaded = new HashMap<>();
    private final Paths paths;
    private Value firstArgument;
    private Heap start = Heap.EMPTY;

    private Lifted(Suite suite, Method obligation, ClassSource source, Paths paths) {
        this.paths = paths;
        this.suite = suite;
        this.obligation = obligation;
        this.classes = new Classes(source);
        this.recorder = new Recorder(terms, obligation.getAnnotation(Obligation.class).value());
        this.fits = new Fits(terms, classes);
        List<ashlar.refinement.lift.Known> known = new ArrayList<>();
        this.executor = new Executor(terms, classes, new Several(known), _ -> false, paths);
        this.symbolic = new Symbolic(terms, executor, recorder::assume);
        Class<?>[] own = obligation.getAnnotation(Obligation.class).layouts();
        Layouts layouts = new Layouts(own.length == 0 ? suite.layouts() : List.of(own), this::accessed);
        var all = SuiteContracts.of(suite, classes);
        var by = all.named(List.of(obligation.getAnnotation(Obligation.class).by()));
        this.contracts = new Contracts(all, all.of(obligation).orElse(null), by, symbolic, classes, recorder,
            new Writes(classes, layouts), terms);
        paths.start(terms, classes, contracts.arbitrary(), this::isImpossible, recorder::assume);
        known.add(contracts);
        known.add(recorder);
        known.add(layouts);
        known.add(new Collections(symbolic, recorder::defined));
        known.add(new JdkMethods());
    }

    /// @param paths where execution takes one side of a branch only
    /// @throws Unsupported if it uses what the engine does not understand
    static Lifted of(Suite suite, Method obligation, ClassSource source, Paths paths, long deadline) {
        var lifted = new Lifted(suite, obligation, source, paths);
        lifted.terms.stopAt(deadline);
        try {
            lifted.run();
        } catch (Unsupported e) {
            throw new Unsupported(lifted.executor.where() + ": " + e.getMessage());
        }
        return lifted;
    }

    List<Fact> facts() {
        List<Fact> all = new ArrayList<>();
        paths.taken().forEach(t -> all.add(new Fact.Assumed(t)));
        all.addAll(recorder.facts());
        return all;
    }

    /// Whether the solver soon sees that condition contradicts what is assumed so far.
    private boolean isImpossible(Term condition) {
        List<Term> assumed = new ArrayList<>();
        for (Fact f : facts()) if (f instanceof Fact.Assumed(var holds)) assumed.addAll(terms.clauses(holds));
        List<Term> said = new ArrayList<>(assumed);
        said.add(condition);
        try (Prover prover = new Prover(SOON, said, _ -> { })) {
            assumed.forEach(prover::assume);
            return prover.areSoonProved(condition, List.of(terms.fls()));
        }
    }

    /// The methods whose code the obligation depends on, and the classes whose shape.
    Dependencies dependencies() {
        return new Dependencies(classes.reached(), classes.shapes(), contracts.used());
    }

    private void run() {
        String owner = obligation.getDeclaringClass().getName().replace('.', '/');
        String descriptor = MethodType.methodType(void.class, obligation.getParameterTypes())
            .toMethodDescriptorString();
        MethodModel model = classes.resolve(owner, obligation.getName(), descriptor).orElseThrow().method();
        List<Value> arguments = arguments(model);
        firstArgument = arguments.isEmpty() ? null : arguments.getFirst();
        var result = executor.run(owner, obligation.getName(), descriptor, arguments, start);
        contracts.close();
        for (var raised : result.raised()) {
            recorder.goal(isRefinement() ? Kind.TOTAL : recorder.claim(), "raises no " + raised.type()
                .substring(raised.type().lastIndexOf('/') + 1),
                raised.at(), raised.when(), terms.fls());
        }
    }

    private List<Value> arguments(MethodModel model) {
        List<Signature> types = model.findAttribute(Attributes.signature()).map(s -> s.asMethodSignature())
            .orElse(MethodSignature.of(model.methodTypeSymbol())).arguments();
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++)
            arguments.add(argument(Type.of(types.get(i), Map.of()), obligation.getParameters()[i].getName()));
        return arguments;
    }

    private boolean isRefinement() {
        return recorder.claim() == Kind.REFINES;
    }

    private Value argument(Type type, String name) {
        if (!type.equals(new Type.Instance(MACHINE, List.of()))) return symbolic.value(type, name, List.of());
        Value.Ref machine = new Value.Ref(executor.nextIdentity(), MACHINE);
        start = start.with(machine.id(), new Heap.Cell.Memory(Fieldwise.arbitrary(terms, name)));
        return machine;
    }

    private void accessed(Site site, Layouts.Accessor accessor, List<Term> keys, Term value,
        boolean isStore) {
        if (!executor.callers().stream().skip(1).allMatch(suite::isOnTrial)) return;
        if (isStore) holds(site, accessor, value);
        else loaded.computeIfAbsent(accessor.field(), _ -> new HashSet<>()).add(value);
        recorder.goal(Kind.FRAME, accessor.field() + " has such an index", site.where(), site.guard(),
            place(accessor, keys));
        recorder.goal(Kind.FRAME, accessor.field() + " is of a live object", site.where(), site.guard(),
            live(accessor, keys));
    }

    /// A field can hold value; if value was read from the same field of some object, because whatever a field
    /// gives it can hold.
    private void holds(Site site, Layouts.Accessor accessor, Term value) {
        boolean isCopied = loaded.getOrDefault(accessor.field(), Set.of()).contains(value);
        Term holds = fits.fits(accessor, isCopied ? fits.anyRead(accessor, value.sort()) : value,
            keys -> live(accessor, keys));
        recorder.goal(Kind.FRAME, accessor.field() + " can hold the value", site.where(),
            isCopied ? terms.tru() : site.guard(), holds);
    }

    /// Whether the indices of a field are among those that its layout has, where the layout's places say so.
    private Term place(Layouts.Accessor accessor, List<Term> keys) {
        Class<?> places = suite.places().get(accessor.getter().getDeclaringClass());
        if (places == null || keys.size() < 2) return terms.tru();
        return Arrays.stream(places.getDeclaredMethods())
            .filter(m -> m.getName().equals(accessor.getter().getName())
                && m.getParameterCount() == keys.size())
            .map(m -> holds(m, keys.stream().<Value>map(Num::new).toList())).reduce(terms.tru(), terms::and);
    }

    private Term live(Layouts.Accessor accessor, List<Term> keys) {
        return suite.frames().stream()
            .filter(f -> f.layout() == accessor.getter().getDeclaringClass() && takesFirstArgument(f.live()))
            .map(f -> live(f.live(), keys)).reduce(terms.tru(), terms::and);
    }

    private boolean takesFirstArgument(Method live) {
        return obligation.getParameterCount() > 0
            && live.getParameterTypes()[0] == obligation.getParameterTypes()[0];
    }

    private Term live(Method live, List<Term> keys) {
        List<Value> arguments = new ArrayList<>(List.of(firstArgument));
        keys.stream().limit(live.getParameterCount() - 1L).map(Num::new).forEach(arguments::add);
        return holds(live, arguments);
    }

    /// What a static boolean method comes to.
    private Term holds(Method predicate, List<Value> arguments) {
        var result =
            executor.run(Contract.owner(predicate), predicate.getName(), Contract.descriptor(predicate),
            arguments, start);
        return terms.not(terms.eq(((Num) result.value()).term(), terms.int32(0)));
    }
}
