package ashlar.refinement.mutate;

import ashlar.refinement.lift.Classes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Who calls whom, as the class files say. Keys are `pkg/Class.method(desc)`.
final class CallGraph {
    private final Map<String, Set<String>> callees = new HashMap<>();

    private final Map<String, Set<String>> named = new HashMap<>();

    /// Of calls whose target depends on an object, every method of that name and descriptor is one.
    CallGraph(Program program) {
        Map<String, MethodModel> bodies = new HashMap<>();
        for (String name : program.classes()) {
            for (MethodModel m : ClassFile.of().parse(program.file(name)).methods()) {
                String signature = m.methodName().stringValue() + m.methodType().stringValue();
                String key = name.replace('.', '/') + "." + signature;
                bodies.put(key, m);
                named.computeIfAbsent(signature, _ -> new LinkedHashSet<>()).add(key);
            }
        }
        bodies.forEach((key, m) -> {
            Set<String> called = new LinkedHashSet<>();
            m.code().ifPresent(code -> code.forEach(e -> called.addAll(called(e))));
            callees.put(key, called);
        });
    }

    private List<String> called(CodeElement e) {
        List<String> keys = new ArrayList<>();
        if (e instanceof InvokeInstruction i) {
            keys.add(Classes.key(i));
            if (i.opcode() == Opcode.INVOKEVIRTUAL || i.opcode() == Opcode.INVOKEINTERFACE)
                keys.addAll(named.getOrDefault(i.name().stringValue() + i.type().stringValue(), Set.of()));
        }
        if (e instanceof InvokeDynamicInstruction d) {
            for (var argument : d.bootstrapArgs()) {
                if (argument instanceof DirectMethodHandleDesc h && h.lookupDescriptor().startsWith("(")) {
                    keys.add(Classes.internal(h.owner()) + "." + h.methodName() + h.lookupDescriptor());
                }
            }
        }
        return keys;
    }

    /// Those that the method with this key calls itself.
    Set<String> callees(String key) {
        return callees.getOrDefault(key, Set.of());
    }

    /// How many calls deep each method is below the one with this key, where it is least deep.
    Map<String, Integer> depths(String key) {
        Map<String, Integer> depths = new HashMap<>(Map.of(key, 0));
        Deque<String> open = new ArrayDeque<>(List.of(key));
        while (!open.isEmpty()) {
            String caller = open.remove();
            for (String callee : callees(caller)) {
                if (depths.putIfAbsent(callee, depths.get(caller) + 1) == null) open.add(callee);
            }
        }
        return depths;
    }

    /// The keys of all methods.
    Set<String> methods() {
        return callees.keySet();
    }

    /// Whether one method may come to call another without calling one that isOpaque before.
    boolean reaches(String from, String to, Predicate<String> isOpaque) {
        return below(from, isOpaque).contains(to);
    }

    /// The methods below from, and from; those that isOpaque are not looked into, and are none of them.
    Set<String> below(String from, Predicate<String> isOpaque) {
        Set<String> all = new LinkedHashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            for (String callee : callees(open.remove())) {
                if (!isOpaque.test(callee) && all.add(callee)) open.add(callee);
            }
        }
        return all;
    }
}
