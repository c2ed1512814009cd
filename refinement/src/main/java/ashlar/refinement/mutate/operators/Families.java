package ashlar.refinement.mutate.operators;

import ashlar.refinement.mutate.operators.Code.Numbered;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.Type;
import org.pitest.reloc.asm.tree.MethodInsnNode;
import org.pitest.reloc.asm.tree.VarInsnNode;

/// Which family an int belongs to, judged by what is done with it.
record Families(Library library) {
    private static final int DEPTH = 4;

    private Stream<Family> ints(String internalName) {
        return library.find(internalName).stream().flatMap(c -> Family.of(c).stream()).filter(Family::isInt);
    }

    private Optional<Family> only(Stream<Family> families) {
        List<Family> all = families.toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// That of what a call returns: the one of the class called.
    Optional<Family> returned(MethodInsnNode call) {
        boolean isInt = call.getOpcode() == Opcodes.INVOKESTATIC && call.desc.endsWith(")I");
        return isInt ? only(ints(call.owner)) : Optional.empty();
    }

    /// That of an argument: the one of a class that the method called passes it on to, or of its own class.
    Optional<Family> ofArgument(MethodInsnNode call, int parameter) {
        return ofArgument(call, parameter, DEPTH);
    }

    private Optional<Family> ofArgument(MethodInsnNode call, int parameter, int depth) {
        Type[] types = Type.getArgumentTypes(call.desc);
        boolean isInt = call.getOpcode() == Opcodes.INVOKESTATIC && types[parameter] == Type.INT_TYPE;
        if (!isInt || depth == 0) return Optional.empty();
        return passedOn(call, parameter, depth - 1).or(() -> only(ints(call.owner)));
    }

    private Optional<Family> passedOn(MethodInsnNode call, int parameter, int depth) {
        Type[] types = Type.getArgumentTypes(call.desc);
        int local = Stream.of(types).limit(parameter).mapToInt(Type::getSize).sum();
        return library.code(call.owner, call.name, call.desc).flatMap(code -> code.all(MethodInsnNode.class)
            .flatMap(c -> places(code, c, local).flatMap(k -> ofArgument(c.node(), k, depth).stream()))
            .findFirst());
    }

    /// The parameters that get what a local variable holds.
    private static Stream<Integer> places(Code code, Numbered<MethodInsnNode> call, int local) {
        List<Type> types = Code.parameters(call.node());
        if (call.node().getOpcode() != Opcodes.INVOKESTATIC) return Stream.empty();
        return code.operands(call.at(), types).stream().flatMap(o -> IntStream.range(0, types.size())
            .filter(k -> code.get(o.ends().get(k)) instanceof VarInsnNode load && load.var == local
                && types.get(k) == Type.INT_TYPE).boxed());
    }

    /// The one family of ints of a class that has the value.
    Optional<Family> own(String internalName, int value) {
        return only(ints(internalName).filter(f -> f.has(value)));
    }

    /// The one family of longs known only to a class that has the value.
    Optional<Family> hidden(String internalName, long value) {
        return only(library.find(internalName).stream().flatMap(c -> Family.of(c).stream())
            .filter(f -> !f.isInt() && f.isHidden() && f.has(value)));
    }
}
