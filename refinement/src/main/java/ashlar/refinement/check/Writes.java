package ashlar.refinement.check;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.theory.Layouts;
import ashlar.refinement.theory.Layouts.Accessor;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Which fields of memory a function may write, itself or through what it calls: read off the bytecode.
final class Writes {
    private static final String MACHINE = "ashlar/model/machine/Machine.";
    private static final String LOAD = MACHINE + "load";

    private final Classes classes;
    private final Layouts layouts;
    private final Map<String, Set<Accessor>> known = new HashMap<>();

    Writes(Classes classes, Layouts layouts) {
        this.classes = classes;
        this.layouts = layouts;
    }

    /// @param key of a static method, `owner.name(descriptor)`
    Set<Accessor> of(String key) {
        return known.computeIfAbsent(key, this::reached);
    }

    private Set<Accessor> reached(String start) {
        Set<Accessor> written = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String call : calls(open.pop())) {
                var accessor = layouts.accessor(call);
                if (accessor.isPresent()) {
                    if (accessor.get().isSetter(call)) written.add(accessor.get());
                } else if (call.startsWith(MACHINE) && !call.startsWith(LOAD)) {
                    throw new Unsupported(call + " outside a field accessor");
                } else if (!call.startsWith("java/") && !call.startsWith(LOAD) && seen.add(call)) {
                    open.add(call);
                }
            }
        }
        return written;
    }

    private Set<String> calls(String key) {
        Set<String> calls = new LinkedHashSet<>();
        for (var e : classes.body(key)) {
            if (e instanceof InvokeInstruction i) {
                calls.add(Classes.key(i));
            } else if (e instanceof InvokeDynamicInstruction) {
                throw new Unsupported("invokedynamic in " + key);
            }
        }
        return calls;
    }
}
