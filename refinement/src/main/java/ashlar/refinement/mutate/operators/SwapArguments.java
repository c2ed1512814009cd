package ashlar.refinement.mutate.operators;

import ashlar.refinement.mutate.operators.Code.Operands;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.Type;
import org.pitest.reloc.asm.tree.InsnList;
import org.pitest.reloc.asm.tree.InsnNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;

/// Two neighbouring arguments of one type change places.
final class SwapArguments {
    private SwapArguments() { }

    static List<Edit> edits(Code code, Library library) {
        return code.all(MethodInsnNode.class).flatMap(call -> edits(code, call.at(), call.node())).toList();
    }

    private static Stream<Edit> edits(Code code, int at, MethodInsnNode call) {
        Optional<Operands> operands = code.operands(at, Code.parameters(call));
        return operands.stream().flatMap(o -> IntStream.range(1, o.types().size())
            .filter(k -> isSwapped(code, o, k)).mapToObj(k -> edit(o, k, call)));
    }

    private static boolean isSwapped(Code code, Operands operands, int k) {
        int one = operands.ends().get(k - 1), two = operands.ends().get(k);
        boolean areSame = two == one + 1 && Instructions.areAlike(code.get(one), code.get(two));
        return operands.types().get(k).equals(operands.types().get(k - 1)) && !areSame;
    }

    private static Edit edit(Operands operands, int k, MethodInsnNode call) {
        int first = call.getOpcode() == Opcodes.INVOKESTATIC ? k : k - 1;
        String description =
            "swapped arguments " + first + " and " + (first + 1) + " of " + Operators.called(call);
        return Edit.at(operands.ends().get(k), description, (list, nodes) ->
            list.insert(nodes.get(operands.ends().get(k)), swap(operands.types().get(k))));
    }

    private static InsnList swap(Type type) {
        var list = new InsnList();
        if (type.getSize() == 1) {
            list.add(new InsnNode(Opcodes.SWAP));
        } else {
            list.add(new InsnNode(Opcodes.DUP2_X2));
            list.add(new InsnNode(Opcodes.POP2));
        }
        return list;
    }
}
