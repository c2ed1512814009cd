package ashlar.refinement.mutate.operators;

import ashlar.refinement.mutate.operators.Code.Numbered;
import ashlar.refinement.mutate.operators.Family.Pair;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.Type;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.InsnNode;
import org.pitest.reloc.asm.tree.JumpInsnNode;
import org.pitest.reloc.asm.tree.LdcInsnNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;

/// A constant is taken for the next of its family, as SEND for IDLE: where it is an argument, where a field
/// is compared with it, where a method returns it, where it labels a case, and where it is an offset.
record WrongConstant(Code code, Families families) {

    static List<Edit> edits(Code code, Library library) {
        return new WrongConstant(code, new Families(library)).edits();
    }

    private List<Edit> edits() {
        return Stream.of(arguments(), comparisons(), comparisonsWithZero(), returns(), offsets(),
            new WrongCase(code, families).edits()).flatMap(edits -> edits).toList();
    }

    private Stream<Edit> arguments() {
        return code.all(MethodInsnNode.class).flatMap(call -> {
            List<Type> types = Code.parameters(call.node());
            if (call.node().getOpcode() != Opcodes.INVOKESTATIC) return Stream.empty();
            return code.operands(call.at(), types).stream().flatMap(o -> IntStream.range(0, types.size())
                .filter(k -> types.get(k) == Type.INT_TYPE).boxed()
                .flatMap(k -> argument(call.node(), k, o.ends().get(k)).stream()));
        });
    }

    private Optional<Edit> argument(MethodInsnNode call, int parameter, int push) {
        return pushed(push).flatMap(value -> families.ofArgument(call, parameter)
            .or(() -> Library.isLayout(call.owner) ? families.own(code.owner(), value) : Optional.empty())
            .flatMap(f -> f.next(value)).map(pair -> replacement(push, pair)));
    }

    private Optional<Integer> pushed(int at) {
        return Instructions.pushedInt(code.get(at));
    }

    private static Edit replacement(int at, Pair pair) {
        return Edit.at(at, pair.toString(),
            (list, nodes) -> list.set(nodes.get(at), push(pair.wrong().value)));
    }

    private static AbstractInsnNode push(Object value) {
        return value instanceof Integer i ? Instructions.push(i) : new LdcInsnNode(value);
    }

    private Stream<Edit> comparisons() {
        return code.all(JumpInsnNode.class).filter(j -> isBetween(j, Opcodes.IF_ICMPEQ, Opcodes.IF_ICMPLE))
            .flatMap(j -> code.operands(j.at(), List.of(Type.INT_TYPE, Type.INT_TYPE)).stream())
            .flatMap(o -> comparison(o.ends().get(0), o.ends().get(1)).stream());
    }

    private static boolean isBetween(Numbered<JumpInsnNode> jump, int least, int greatest) {
        return jump.node().getOpcode() >= least && jump.node().getOpcode() <= greatest;
    }

    private Optional<Edit> comparison(int field, int constant) {
        if (!(code.get(field) instanceof MethodInsnNode call)) return Optional.empty();
        return pushed(constant).flatMap(value -> families.returned(call).flatMap(f -> f.next(value)))
            .map(pair -> replacement(constant, pair));
    }

    private Stream<Edit> comparisonsWithZero() {
        return code.all(JumpInsnNode.class)
            .filter(j -> isBetween(j, Opcodes.IFEQ, Opcodes.IFNE) && !code.joins().contains(j.at()))
            .flatMap(j -> comparisonWithZero(j.at()).stream());
    }

    private Optional<Edit> comparisonWithZero(int at) {
        if (!(code.get(at - 1) instanceof MethodInsnNode call)) return Optional.empty();
        return families.returned(call).flatMap(f -> f.next(0)).map(pair -> comparison(at, pair));
    }

    private static Edit comparison(int at, Pair pair) {
        return Edit.at(at, pair.toString(), (list, nodes) -> {
            var jump = (JumpInsnNode) nodes.get(at);
            jump.setOpcode(jump.getOpcode() == Opcodes.IFEQ ? Opcodes.IF_ICMPEQ : Opcodes.IF_ICMPNE);
            list.insertBefore(jump, push(pair.wrong().value));
        });
    }

    private Stream<Edit> returns() {
        if (!code.method().desc.endsWith(")I")) return Stream.empty();
        return code.all(InsnNode.class)
            .filter(r -> r.node().getOpcode() == Opcodes.IRETURN && !code.joins().contains(r.at()))
            .map(r -> r.at() - 1)
            .flatMap(at -> pushed(at).flatMap(v -> families.own(code.owner(), v).flatMap(f -> f.next(v)))
                .map(pair -> replacement(at, pair)).stream());
    }

    private Stream<Edit> offsets() {
        return code.all(LdcInsnNode.class).flatMap(l -> l.node().cst instanceof Long value
            ? families.hidden(code.owner(), value).flatMap(f -> f.next(value)).stream()
                .map(pair -> replacement(l.at(), pair))
            : Stream.empty());
    }
}
