package ashlar.refinement.mutate.operators;

import ashlar.refinement.mutate.operators.Code.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.pitest.reloc.asm.Label;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.InsnList;
import org.pitest.reloc.asm.tree.LabelNode;
import org.pitest.reloc.asm.tree.LineNumberNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;

/// Two stores, or calls for their effect, one right after the other, change places.
final class SwapStores {
    private SwapStores() { }

    static List<Edit> edits(Code code, Library library) {
        List<Statement> statements = code.statements();
        return IntStream.range(1, statements.size())
            .filter(i -> isSwapped(code, statements.get(i - 1), statements.get(i)))
            .mapToObj(i -> edit(code, statements.get(i - 1), statements.get(i))).toList();
    }

    private static boolean isSwapped(Code code, Statement one, Statement two) {
        boolean areAdjacent = two.first() == one.last() + 1 && !code.joins().contains(two.first());
        return areAdjacent && !areAlike(code, one, two);
    }

    private static boolean areAlike(Code code, Statement one, Statement two) {
        int length = one.last() - one.first();
        return length == two.last() - two.first() && IntStream.rangeClosed(0, length)
            .allMatch(i -> Instructions.areAlike(code.get(one.first() + i), code.get(two.first() + i)));
    }

    private static Edit edit(Code code, Statement one, Statement two) {
        String description = "swapped calls to " + name(code, one) + " and " + name(code, two);
        int line = line(code.get(one.first()));
        return Edit.at(one.first(), description, (list, nodes) -> swap(list, nodes, one, two, line));
    }

    private static String name(Code code, Statement statement) {
        return Operators.called((MethodInsnNode) code.get(statement.last()));
    }

    private static void swap(InsnList list, List<AbstractInsnNode> nodes, Statement one, Statement two,
                             int line) {
        AbstractInsnNode first = nodes.get(one.first());
        AbstractInsnNode last = nodes.get(two.last());
        for (AbstractInsnNode n = nodes.get(one.last()).getNext(), then; ; n = then) {
            then = n.getNext();
            list.remove(n);
            list.insertBefore(first, n);
            if (n == last) break;
        }
        if (line > 0) insertLine(list, first, line);
    }

    private static void insertLine(InsnList list, AbstractInsnNode before, int line) {
        var label = new LabelNode(new Label());
        list.insertBefore(before, label);
        list.insertBefore(before, new LineNumberNode(line, label));
    }

    private static int line(AbstractInsnNode node) {
        for (AbstractInsnNode n = node; n != null; n = n.getPrevious())
            if (n instanceof LineNumberNode number) return number.line;
        return 0;
    }
}
