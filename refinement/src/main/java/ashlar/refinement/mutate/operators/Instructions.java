package ashlar.refinement.mutate.operators;

import java.util.Objects;
import java.util.Optional;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.FieldInsnNode;
import org.pitest.reloc.asm.tree.InsnNode;
import org.pitest.reloc.asm.tree.IntInsnNode;
import org.pitest.reloc.asm.tree.LdcInsnNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;
import org.pitest.reloc.asm.tree.VarInsnNode;

/// Single instructions: what they push, and whether two are alike.
final class Instructions {
    private Instructions() { }

    /// The int that an instruction pushes, if it pushes a constant one.
    static Optional<Integer> pushedInt(AbstractInsnNode node) {
        int opcode = node.getOpcode();
        boolean isShort = opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5;
        if (isShort) return Optional.of(opcode - Opcodes.ICONST_0);
        return switch (node) {
            case IntInsnNode push when opcode != Opcodes.NEWARRAY -> Optional.of(push.operand);
            case LdcInsnNode load when load.cst instanceof Integer value -> Optional.of(value);
            default -> Optional.empty();
        };
    }

    static AbstractInsnNode push(int value) {
        if (value >= -1 && value <= 5) return new InsnNode(Opcodes.ICONST_0 + value);
        if (value == (byte) value) return new IntInsnNode(Opcodes.BIPUSH, value);
        return value == (short) value ? new IntInsnNode(Opcodes.SIPUSH, value) : new LdcInsnNode(value);
    }

    /// Whether a and b do the same; false also of instructions that are rare.
    static boolean areAlike(AbstractInsnNode a, AbstractInsnNode b) {
        return a.getOpcode() == b.getOpcode() && switch (a) {
            case InsnNode _        -> true;
            case IntInsnNode x     -> x.operand == ((IntInsnNode) b).operand;
            case VarInsnNode x     -> x.var == ((VarInsnNode) b).var;
            case LdcInsnNode x     -> Objects.equals(x.cst, ((LdcInsnNode) b).cst);
            case FieldInsnNode x   -> isSameMember(x, (FieldInsnNode) b);
            case MethodInsnNode x  -> isSameMember(x, (MethodInsnNode) b);
            default -> false;
        };
    }

    private static boolean isSameMember(FieldInsnNode a, FieldInsnNode b) {
        return a.owner.equals(b.owner) && a.name.equals(b.name);
    }

    private static boolean isSameMember(MethodInsnNode a, MethodInsnNode b) {
        return a.owner.equals(b.owner) && a.name.equals(b.name) && a.desc.equals(b.desc);
    }
}
