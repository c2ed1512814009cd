package ashlar.refinement.mutate.operators;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pitest.classpath.ClassloaderByteArraySource;
import org.pitest.mutationtest.engine.MutationIdentifier;
import org.pitest.mutationtest.engine.gregor.MethodInfo;
import org.pitest.mutationtest.engine.gregor.MethodMutatorFactory;
import org.pitest.mutationtest.engine.gregor.MutationContext;
import org.pitest.reloc.asm.MethodVisitor;

/// A kind of mutation as PIT's engine wants it. It sees whole methods, and the classes that they call.
public final class Operator implements MethodMutatorFactory {
    private static final String PREFIX = "ashlar.";

    /// Finds the edits that a kind of mutation allows in some code.
    interface Finder {
        List<Edit> edits(Code code, Library library);
    }

    private record Kind(String name, Finder finder) { }

    private static final List<Kind> KINDS = List.of(
        new Kind("SWAP_STORES", SwapStores::edits),
        new Kind("SWAP_ARGUMENTS", SwapArguments::edits),
        new Kind("NEIGHBOUR_FIELD", NeighbourField::edits),
        new Kind("OFF_BY_ONE_OBJECT", OffByOneObject::edits),
        new Kind("WRONG_CONSTANT", WrongConstant::edits));

    private final Kind kind;
    private final Library library;
    private final Map<String, List<Edit>> edits = new ConcurrentHashMap<>();

    private Operator(Kind kind, Library library) {
        this.kind = kind;
        this.library = library;
    }

    /// All operators; classes are looked for where the thread's class loader finds them.
    public static Collection<Operator> factory() {
        var library = new Library(ClassloaderByteArraySource.fromContext());
        return KINDS.stream().map(kind -> new Operator(kind, library)).toList();
    }

    /// The names under which PIT knows the operators.
    static List<String> names() {
        return KINDS.stream().map(Kind::name).toList();
    }

    /// The same operator, for classes of library.
    Operator reading(Library other) {
        return new Operator(kind, other);
    }

    @Override public MethodVisitor create(MutationContext context, MethodInfo method, MethodVisitor next) {
        List<Edit> found = edits(method);
        return found.isEmpty() ? null : new EditedMethod(this, found, context, next);
    }

    private List<Edit> edits(MethodInfo method) {
        String owner = method.getOwningClass().getName();
        String key = owner + "." + method.getName() + method.getMethodDescriptor();
        return edits.computeIfAbsent(key, _ ->
            library.code(owner, method.getName(), method.getMethodDescriptor())
                .map(code -> kind.finder.edits(code, library)).orElse(List.of()));
    }

    @Override public String getGloballyUniqueId() {
        return PREFIX + kind.name();
    }

    @Override public String getName() {
        return kind.name();
    }

    @Override public boolean isMutatorFor(MutationIdentifier id) {
        return id.getMutator().startsWith(getGloballyUniqueId());
    }

    /// The operator as the maker of one of several mutants at one instruction.
    MethodMutatorFactory variant(String name) {
        return name.isEmpty() ? this : new Variant(getGloballyUniqueId() + "_" + name, getName());
    }

    private record Variant(String getGloballyUniqueId, String getName) implements MethodMutatorFactory { }
}
