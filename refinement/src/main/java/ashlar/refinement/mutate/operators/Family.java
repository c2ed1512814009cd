package ashlar.refinement.mutate.operators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.tree.ClassNode;
import org.pitest.reloc.asm.tree.FieldNode;

/// Constants that could be taken for one another: those of one class that are declared in a row, with one
/// type and one visibility.
/// @param owner simple name of the class
record Family(String owner, List<FieldNode> members) {
    private static final int CONSTANT = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;

    /// The families of two or more.
    static List<Family> of(ClassNode node) {
        String owner = node.name.substring(node.name.lastIndexOf('/') + 1);
        List<Family> families = new ArrayList<>();
        FieldNode last = null;
        for (FieldNode field : node.fields) {
            if (last == null || !isRelated(last, field)) families.add(new Family(owner, new ArrayList<>()));
            if (isConstant(field)) families.getLast().members.add(field);
            last = field;
        }
        return families.stream().filter(f -> f.members.size() > 1).toList();
    }

    private static boolean isConstant(FieldNode field) {
        return (field.access & CONSTANT) == CONSTANT
            && (field.value instanceof Integer || field.value instanceof Long);
    }

    private static boolean isRelated(FieldNode a, FieldNode b) {
        return isConstant(a) && isConstant(b) && a.desc.equals(b.desc) && a.access == b.access;
    }

    boolean isInt() {
        return members.getFirst().value instanceof Integer;
    }

    boolean isHidden() {
        return (members.getFirst().access & Opcodes.ACC_PRIVATE) != 0;
    }

    boolean has(Number value) {
        return members.stream().anyMatch(m -> m.value.equals(value));
    }

    /// A constant and the one to take for it.
    record Pair(String owner, FieldNode right, FieldNode wrong) {
        @Override public String toString() {
            return owner + "." + wrong.name + " in place of " + right.name;
        }
    }

    /// The next member after the one that has value and whose own value is another.
    Optional<Pair> next(Number value) {
        int i = members.stream().map(m -> m.value).toList().indexOf(value);
        if (i < 0) return Optional.empty();
        return Stream.concat(members.stream().skip(i), members.stream())
            .filter(m -> !m.value.equals(value)).findFirst().map(m -> new Pair(owner, members.get(i), m));
    }
}
