package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.refinement.api.Suite;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.Classes;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// An obligation as a contract of the one function on trial that it calls: wherever that function is called
/// and the assumptions hold, the claims do. The claims may speak of the one function of the specification
/// that it calls beside it, which takes and returns what the obligation's first parameter is; if there is
/// none, of the one, not of the obligation's own package, that takes it and returns another object. If the
/// obligation calls no function on trial, it is a contract of that function of the specification alone.
/// @param kernel        key of the function on trial
/// @param specification key of its counterpart, if there is one
record Contract(Method obligation, Optional<String> kernel, Optional<String> specification) {
    /// Whether it speaks of nothing on trial.
    boolean isAlone() {
        return kernel.isEmpty();
    }

    /// Whether what the specification's function gives is arbitrary but for the claims.
    boolean isOpaque() {
        return obligation.getAnnotation(Obligation.class).opaque();
    }

    /// The components that the specification's function leaves as they are.
    List<String> keeps() {
        return List.of(obligation.getAnnotation(Obligation.class).keeps());
    }

    /// Their places among the components.
    List<Integer> kept() {
        RecordComponent[] components = obligation.getParameterTypes()[0].getRecordComponents();
        return keeps().stream().map(name -> index(components, name)).toList();
    }

    private int index(RecordComponent[] components, String name) {
        for (int i = 0; components != null && i < components.length; i++) {
            if (components[i].getName().equals(name)) return i;
        }
        throw new Unsupported("no contract: " + obligation + " keeps " + name + ", which is no component");
    }

    /// The places of the components that each of contracts keeps.
    static Set<Integer> keptByAll(List<Contract> contracts) {
        Set<Integer> kept = new TreeSet<>();
        for (Contract c : contracts) kept.addAll(c.kept());
        for (Contract c : contracts) kept.retainAll(c.kept());
        return kept;
    }

    /// @throws Unsupported if the obligation has not the form of a contract
    static Contract of(Method m, Suite suite, Classes classes) {
        List<String> kernel = new ArrayList<>();
        List<String> specification = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        String state = m.getParameterCount() == 0 ? "" : m.getParameterTypes()[0].descriptorString();
        for (String call : calls(m, classes)) {
            if (suite.isOnTrial(call.substring(0, call.indexOf('.')))) kernel.add(call);
            else if (call.contains("(" + state) && call.endsWith(")" + state)) specification.add(call);
            else if (call.contains("(" + state) && call.endsWith(";") && !call.startsWith(packageOf(m)))
                asked.add(call);
        }
        if (kernel.isEmpty() && specification.size() == 1 && !isRefinement(m))
            return new Contract(m, Optional.empty(), Optional.of(specification.getFirst()));
        if (specification.isEmpty()) specification = asked;
        if (kernel.size() != 1 || specification.size() > 1) {
            throw new Unsupported("no contract: " + m
                + " must call one function on trial and at most one of the specification, or, if it does not"
                + " refine, one of the specification alone, not " + kernel + " and " + specification);
        }
        return new Contract(m, Optional.of(kernel.getFirst()), specification.stream().findFirst());
    }

    private static boolean isRefinement(Method m) {
        return m.getAnnotation(Obligation.class).value() == Kind.REFINES;
    }

    private static String packageOf(Method m) {
        return m.getDeclaringClass().getPackageName().replace('.', '/') + "/";
    }

    private static List<String> calls(Method m, Classes classes) {
        List<String> calls = new ArrayList<>();
        for (var e : classes.method(key(m)).code().orElseThrow()) {
            if (e instanceof InvokeInstruction i && i.opcode() == Opcode.INVOKESTATIC) {
                calls.add(Classes.key(i));
            }
        }
        return calls;
    }

    static String key(Method m) {
        return owner(m) + "." + m.getName() + descriptor(m);
    }

    static String owner(Method m) {
        return m.getDeclaringClass().getName().replace('.', '/');
    }

    static String descriptor(Method m) {
        return MethodType.methodType(m.getReturnType(), m.getParameterTypes()).toMethodDescriptorString();
    }
}
