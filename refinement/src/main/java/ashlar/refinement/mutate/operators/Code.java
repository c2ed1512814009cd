package ashlar.refinement.mutate.operators;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.Type;
import org.pitest.reloc.asm.commons.AnalyzerAdapter;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.FrameNode;
import org.pitest.reloc.asm.tree.IincInsnNode;
import org.pitest.reloc.asm.tree.JumpInsnNode;
import org.pitest.reloc.asm.tree.LookupSwitchInsnNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;
import org.pitest.reloc.asm.tree.MethodNode;
import org.pitest.reloc.asm.tree.TableSwitchInsnNode;

/// A method's instructions, numbered from 0, labels and lines not counted.
/// @param before slots on the operand stack before each instruction; -1 where it is not reached
/// @param after the same after each instruction; -1 where control never goes straight on
/// @param joins those that control reaches by a jump
record Code(String owner, MethodNode method, List<AbstractInsnNode> instructions, List<Integer> before,
            List<Integer> after, Set<Integer> joins) {

    static Code of(String owner, MethodNode method) {
        var adapter = new AnalyzerAdapter(owner, method.access, method.name, method.desc, null);
        var code = new Code(owner, method, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                            new HashSet<>());
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof FrameNode) code.joins.add(code.size());
            int before = height(adapter);
            node.accept(adapter);
            if (node.getOpcode() >= 0) {
                code.instructions.add(node);
                code.before.add(before);
                code.after.add(height(adapter));
            }
        }
        return code;
    }

    private static int height(AnalyzerAdapter adapter) {
        return adapter.stack == null ? -1 : adapter.stack.size();
    }

    AbstractInsnNode get(int i) {
        return instructions.get(i);
    }

    int size() {
        return instructions.size();
    }

    /// Those instructions of a type, with their numbers.
    <T> Stream<Numbered<T>> all(Class<T> type) {
        return IntStream.range(0, size()).filter(i -> before.get(i) >= 0 && type.isInstance(get(i)))
            .mapToObj(i -> new Numbered<>(i, type.cast(get(i))));
    }

    record Numbered<T>(int at, T node) { }

    /// A statement that calls a method for its effect: the instructions from first to last.
    record Statement(int first, int last) { }

    /// Those whose arguments need no branch, in order.
    List<Statement> statements() {
        return all(MethodInsnNode.class)
            .filter(c -> c.node().desc.endsWith(")V") && !c.node().name.equals("<init>"))
            .filter(c -> after.get(c.at()) == 0)
            .map(c -> new Statement(lastWithBefore(0, c.at()), c.at()))
            .filter(s -> s.first() >= 0 && isStraight(s.first(), s.last()))
            .toList();
    }

    private int lastWithBefore(int height, int from) {
        return IntStream.iterate(from, i -> i >= 0, i -> i - 1).filter(i -> before.get(i) == height)
            .findFirst().orElse(-1);
    }

    /// Whether from first to last control goes straight and no local variable changes.
    boolean isStraight(int first, int last) {
        return IntStream.rangeClosed(first, last)
            .allMatch(i -> !(i > first && joins.contains(i)) && before.get(i) >= 0
                && !branchesOrAssigns(get(i)));
    }

    private static boolean branchesOrAssigns(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        return node instanceof JumpInsnNode || node instanceof TableSwitchInsnNode
            || node instanceof LookupSwitchInsnNode || node instanceof IincInsnNode
            || opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE
            || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN || opcode == Opcodes.ATHROW;
    }

    /// What an instruction takes from the stack, in the order in which it was pushed.
    /// @param ends the number of the instruction that pushes each
    record Operands(List<Type> types, List<Integer> ends) { }

    /// Empty if control branches while they are computed.
    Optional<Operands> operands(int i, List<Type> types) {
        List<Integer> ends = new ArrayList<>();
        int height = before.get(i);
        int end = i - 1;
        for (Type type : types.reversed()) {
            while (end >= 0 && after.get(end) != height) end--;
            if (end < 0 || !isStraight(end, i - 1) || joins.contains(i)) return Optional.empty();
            ends.addFirst(end--);
            height -= type.getSize();
        }
        return Optional.of(new Operands(types, ends));
    }

    /// Of a call: the receiver's type, if there is one, and the parameters'.
    static List<Type> parameters(MethodInsnNode call) {
        List<Type> types = new ArrayList<>();
        if (call.getOpcode() != Opcodes.INVOKESTATIC) types.add(Type.getObjectType(call.owner));
        types.addAll(List.of(Type.getArgumentTypes(call.desc)));
        return types;
    }
}
