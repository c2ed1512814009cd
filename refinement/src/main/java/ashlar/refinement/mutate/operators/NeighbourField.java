package ashlar.refinement.mutate.operators;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.tree.MethodInsnNode;
import org.pitest.reloc.asm.tree.MethodNode;

/// A field of an object is taken for the next field of the same type: another accessor of the same layout
/// class is called.
final class NeighbourField {
    private NeighbourField() { }

    static List<Edit> edits(Code code, Library library) {
        return code.all(MethodInsnNode.class)
            .filter(c -> c.node().getOpcode() == Opcodes.INVOKESTATIC && Library.isLayout(c.node().owner))
            .flatMap(c -> neighbour(c.node(), library).stream().map(other -> edit(c.at(), c.node(), other)))
            .toList();
    }

    private static Edit edit(int at, MethodInsnNode call, String other) {
        return Edit.at(at, "called " + other + " in place of " + Operators.called(call),
            (_, nodes) -> ((MethodInsnNode) nodes.get(at)).name = other);
    }

    /// The next accessor that could stand for the one called; after the last comes the first.
    private static Optional<String> neighbour(MethodInsnNode call, Library library) {
        List<String> accessors = library.methods(call.owner).stream().filter(m -> isLike(m, call))
            .map(m -> m.name).toList();
        int i = accessors.indexOf(call.name);
        return Stream.of(i).filter(n -> n >= 0 && accessors.size() > 1)
            .map(n -> accessors.get((n + 1) % accessors.size())).findFirst();
    }

    private static boolean isLike(MethodNode accessor, MethodInsnNode call) {
        return Library.isStatic(accessor.access) && (accessor.access & Opcodes.ACC_PRIVATE) == 0
            && accessor.desc.equals(call.desc) && isSetter(accessor.name) == isSetter(call.name);
    }

    private static boolean isSetter(String name) {
        return name.length() > 3 && name.startsWith("set") && Character.isUpperCase(name.charAt(3));
    }
}
