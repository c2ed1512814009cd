package ashlar.refinement.mutate.operators;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.tree.FieldNode;
import org.pitest.reloc.asm.tree.InsnList;
import org.pitest.reloc.asm.tree.InsnNode;
import org.pitest.reloc.asm.tree.LdcInsnNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;

/// An address in an array of objects is that of the next object: what a layout class computes from numbers
/// alone, and any sum with a number shifted by 3 or more.
final class OffByOneObject {
    private static final String SIZE = "SIZE_BITS";
    private static final int LEAST = 3;

    private OffByOneObject() { }

    static List<Edit> edits(Code code, Library library) {
        Stream<Edit> places = code.all(MethodInsnNode.class)
            .flatMap(c -> size(c.node(), library).stream().map(bits -> edit(c.at(), bits)));
        Stream<Edit> shifts = code.all(InsnNode.class)
            .flatMap(s -> shift(code, s.at()).stream().map(bits -> edit(s.at(), bits)));
        return Stream.concat(places, shifts).toList();
    }

    private static Edit edit(int at, int bits) {
        return Edit.at(at, "address of the next object, " + (1L << bits) + " bytes further",
            (list, nodes) -> list.insert(nodes.get(at), addition(1L << bits)));
    }

    private static InsnList addition(long bytes) {
        var list = new InsnList();
        list.add(new LdcInsnNode(bytes));
        list.add(new InsnNode(Opcodes.LADD));
        return list;
    }

    /// log2 of the size of the objects whose address a call computes.
    private static Optional<Integer> size(MethodInsnNode call, Library library) {
        boolean isPlace = call.getOpcode() == Opcodes.INVOKESTATIC && Library.isLayout(call.owner)
            && call.desc.matches("\\(J+\\)J");
        if (!isPlace) return Optional.empty();
        return library.find(call.owner).flatMap(c -> c.fields.stream().filter(OffByOneObject::isSize)
            .map(f -> ((Number) f.value).intValue()).findFirst());
    }

    private static boolean isSize(FieldNode field) {
        return field.name.equals(SIZE) && field.value instanceof Number;
    }

    private static Optional<Integer> shift(Code code, int at) {
        boolean isOffset = code.get(at).getOpcode() == Opcodes.LSHL && at > 0 && at + 1 < code.size()
            && code.get(at + 1).getOpcode() == Opcodes.LADD;
        return isOffset ? Instructions.pushedInt(code.get(at - 1)).filter(bits -> bits >= LEAST)
            : Optional.empty();
    }
}
