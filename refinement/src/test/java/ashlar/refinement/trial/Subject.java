package ashlar.refinement.trial;

import ashlar.model.collection.PMap;
import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.lift.Executor;
import ashlar.refinement.lift.Known;
import ashlar.refinement.term.Grounding;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import ashlar.refinement.theory.Collections;
import ashlar.refinement.theory.JdkMethods;
import ashlar.refinement.theory.Several;
import ashlar.refinement.theory.Symbolic;
import ashlar.refinement.theory.Type;
import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A static method that is run on the JVM and by the engine.
final class Subject {
    /// What a run came to: a picture of the result, or the name of the exception.
    record Outcome(Object result, String raised) { }

    private final Method method;
    private final Terms terms = new Terms();
    private final Classes classes;
    private final Executor executor;
    private final Symbolic symbolic;
    private final Constants constants;
    private final Grounding grounding = new Grounding(terms, Inputs.UNIVERSE);
    private final List<Term> definedness = new ArrayList<>();
    private final List<Term> facts = new ArrayList<>();
    private final List<Type> parameters;
    private final Type result;
    private final boolean small;

    Subject(Method method, ClassSource source) {
        this.method = method;
        this.classes = new Classes(source);
        List<Known> known = new ArrayList<>();
        this.executor = new Executor(terms, classes, new Several(known), _ -> false);
        this.symbolic = new Symbolic(terms, executor, facts::add);
        this.constants = new Constants(terms, classes, symbolic);
        known.add(new Collections(symbolic, definedness::add));
        known.add(new JdkMethods());
        MethodSignature signature = signature(classes.resolve(owner(), method.getName(), descriptor())
            .orElseThrow().method());
        this.parameters = signature.arguments().stream().map(s -> Type.of(s, Map.of())).toList();
        this.result = method.getReturnType().isArray() ? null : Type.of(signature.result(), Map.of());
        this.small = method.toGenericString().contains("ashlar.model.collection.P")
            || method.getDeclaringClass().isAnnotationPresent(SmallNumbers.class);
        method.setAccessible(true);
    }

    private static MethodSignature signature(MethodModel m) {
        return m.findAttribute(Attributes.signature()).map(s -> s.asMethodSignature())
            .orElse(MethodSignature.of(m.methodTypeSymbol()));
    }

    private String owner() {
        return Reflected.internalName(method.getDeclaringClass());
    }

    private String descriptor() {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
    }

    String name() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    Object[] arguments(RandomGenerator random) {
        Inputs inputs = new Inputs(classes, random, small);
        return parameters.stream().map(inputs::value).toArray();
    }

    boolean isSmall() {
        return small;
    }

    /// The method run by the engine on arguments of which some are arbitrary. The empty map always is: the
    /// engine refuses to range over the keys of what is empty by its form.
    Lifted lifted(boolean[] isConstant, Object[] arguments) {
        try {
            definedness.clear();
            List<Value> values = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                values.add(isConstant[i] && !arguments[i].equals(PMap.empty())
                    ? constants.of(parameters.get(i), arguments[i])
                    : symbolic.value(parameters.get(i), "a" + i, List.of()));
            }
            var run = executor.run(owner(), method.getName(), descriptor(), values, Heap.EMPTY);
            return new Lifted(run, List.copyOf(definedness));
        } catch (Unsupported e) {
            throw new Unsupported(name() + " at " + executor.where() + ": " + e.getMessage());
        }
    }

    /// The method run by the engine on arbitrary arguments.
    Lifted lifted() {
        return lifted(new boolean[parameters.size()], null);
    }

    Outcome onJvm(Object[] arguments) {
        try {
            return new Outcome(new Picture(classes).of(result, method.invoke(null, arguments)), null);
        } catch (InvocationTargetException e) {
            return new Outcome(null, Reflected.internalName(e.getCause().getClass()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A finished run of the engine.
    final class Lifted {
        private final Executor.Result run;
        private final List<Term> defined;

        private Lifted(Executor.Result run, List<Term> defined) {
            this.run = run;
            this.defined = defined;
        }

        Executor.Result run() {
            return run;
        }

        /// Whether one outcome is left, by its form.
        boolean isFolded() {
            List<Term> raised = run.raised().stream().map(r -> grounding.of(r.when()))
                .filter(t -> !t.isFalse()).toList();
            Term returns = grounding.of(run.returns());
            return returns.isTrue() ? raised.isEmpty()
                : returns.isFalse() && raised.size() == 1 && raised.getFirst().isTrue();
        }

        /// What the run comes to at arguments; null if a quantified predicate is undefined there.
        Outcome at(Object[] arguments) {
            Assignment point = new Assignment(classes);
            for (int i = 0; i < arguments.length; i++)
                point.bind(parameters.get(i), "a" + i, List.of(), arguments[i]);
            var reading = new Reading(classes, constants, grounding, point.evaluator(), run.heap());
            if (!defined.stream().allMatch(reading::holds)) return null;
            for (Term fact : facts) if (!reading.holds(fact)) throw new AssertionError("no fact: " + fact);
            return outcome(reading);
        }

        private Outcome outcome(Reading reading) {
            List<Outcome> all = new ArrayList<>();
            if (reading.holds(run.returns())) all.add(new Outcome(reading.of(result, run.value()), null));
            for (var r : run.raised()) if (reading.holds(r.when())) all.add(new Outcome(null, r.type()));
            if (all.size() != 1) throw new AssertionError(all.size() + " outcomes: " + all);
            return all.getFirst();
        }
    }
}
