package ashlar.refinement.mutate.operators;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.reloc.asm.ClassReader;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.tree.ClassNode;
import org.pitest.reloc.asm.tree.MethodNode;

/// The classes that operators look into, by internal name.
final class Library {
    private final ClassByteArraySource source;
    private final Map<String, Optional<ClassNode>> classes = new ConcurrentHashMap<>();
    private final Map<String, Optional<Code>> codes = new ConcurrentHashMap<>();

    Library(ClassByteArraySource source) {
        this.source = source;
    }

    Optional<ClassNode> find(String internalName) {
        return classes.computeIfAbsent(internalName, name -> source.getBytes(name.replace('/', '.'))
            .map(Library::read));
    }

    private static ClassNode read(byte[] bytes) {
        var node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.EXPAND_FRAMES);
        return node;
    }

    /// Empty for a class that is not there, and for a method without code.
    Optional<Code> code(String internalName, String name, String descriptor) {
        String key = internalName + "." + name + descriptor;
        return codes.computeIfAbsent(key, _ -> methods(internalName).stream()
            .filter(m -> m.name.equals(name) && m.desc.equals(descriptor) && m.instructions.size() > 0)
            .findFirst().map(m -> Code.of(internalName, m)));
    }

    /// In the order of their declarations.
    List<MethodNode> methods(String internalName) {
        return find(internalName).map(c -> c.methods).orElse(List.of());
    }

    /// Whether the class is one of those that know an object's layout: by the name they have, XPtr.
    static boolean isLayout(String internalName) {
        return internalName.endsWith("Ptr");
    }

    static boolean isStatic(int access) {
        return (access & Opcodes.ACC_STATIC) != 0;
    }
}
