package ashlar.refinement.check;

import ashlar.refinement.api.Obligation;
import ashlar.refinement.api.Suite;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.Classes;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An obligation as a contract of the one function on trial that it calls: wherever that function is called
/// and the assumptions hold, the claims do. The claims may speak of the one function of the specification
/// that
/// it calls beside it, which takes and returns what the obligation's first parameter is; if there is none, of
/// the
/// one, not of the obligation's own package, that takes it and returns another object.
/// @param kernel        key of the function on trial
/// @param specification key of its counterpart, if there is one
record Contract(Method obligation, String kernel, Optional<String> specification) {
    /// The contracts of a suite by the function on trial.
    /// @throws Unsupported if an obligation that is to be a contract has not the form of one
    static Map<String, Contract> of(Suite suite, Classes classes) {
        Map<String, Contract> contracts = new LinkedHashMap<>();
        for (Class<?> c : suite.obligations()) {
            for (Method m : c.getDeclaredMethods()) {
                Obligation o = m.getAnnotation(Obligation.class);
                if (o == null || !o.contract()) continue;
                Contract made = of(m, suite, classes);
                Contract other = contracts.put(made.kernel, made);
                if (other != null)
                    throw new Unsupported("two contracts of " + made.kernel + ": " + m + " and "
                    + other.obligation);
            }
        }
        return contracts;
    }

    /// Whether what the specification's function gives is arbitrary but for the claims.
    boolean isOpaque() {
        return obligation.getAnnotation(Obligation.class).opaque();
    }

    /// The components that the specification's function leaves as they are.
    List<String> keeps() {
        return List.of(obligation.getAnnotation(Obligation.class).keeps());
    }

    private static Contract of(Method m, Suite suite, Classes classes) {
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
        if (specification.isEmpty()) specification = asked;
        if (kernel.size() != 1 || specification.size() > 1) {
            throw new Unsupported("no contract: " + m
                + " must call one function on trial and at most one of the specification, not "
                + kernel + " and " + specification);
        }
        return new Contract(m, kernel.getFirst(), specification.stream().findFirst());
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
