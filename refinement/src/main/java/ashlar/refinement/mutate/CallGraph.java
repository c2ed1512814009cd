package ashlar.refinement.mutate;

import ashlar.refinement.lift.Classes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
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

/// Who calls whom, as the class files say. Keys are `pkg/Class.method(desc)`.
final class CallGraph {
    private final Map<String, Set<String>> callees = new HashMap<>();

    CallGraph(Program program) {
        for (String name : program.classes()) {
            for (MethodModel m : ClassFile.of().parse(program.file(name)).methods()) {
                Set<String> called = new LinkedHashSet<>();
                m.code().ifPresent(code -> code.forEach(e -> called.addAll(called(e))));
                callees.put(name.replace('.', '/') + "." + m.methodName().stringValue()
                    + m.methodType().stringValue(), called);
            }
        }
    }

    private static List<String> called(CodeElement e) {
        List<String> keys = new ArrayList<>();
        if (e instanceof InvokeInstruction i) keys.add(Classes.key(i));
        if (e instanceof InvokeDynamicInstruction d) {
            for (var argument : d.bootstrapArgs()) {
                if (argument instanceof DirectMethodHandleDesc h) {
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
}
