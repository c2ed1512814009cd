package ashlar.refinement.mutate.operators;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pitest.mutationtest.engine.gregor.MethodMutatorFactory;
import org.pitest.mutationtest.engine.gregor.config.MutatorGroup;
import org.pitest.reloc.asm.tree.MethodInsnNode;

/// The group KERNEL: our operators, and PIT's own that drops a call for its effect, such as a store.
public final class Operators implements MutatorGroup {
    private static final String DROP = "VOID_METHOD_CALLS";

    @Override public void register(Map<String, List<MethodMutatorFactory>> mutators) {
        String[] names = Stream.concat(Operator.names().stream(), Stream.of(DROP)).toArray(String[]::new);
        mutators.put("KERNEL", gather(mutators, names));
    }

    /// A called method as descriptions name it: Class.method.
    static String called(MethodInsnNode call) {
        return call.owner.substring(call.owner.lastIndexOf('/') + 1) + "." + call.name;
    }
}
