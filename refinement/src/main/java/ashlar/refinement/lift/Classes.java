package ashlar.refinement.lift;

import ashlar.refinement.heap.Unsupported;
import java.io.ByteArrayInputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The classes of a source, parsed once: methods, supertypes, record components.
public final class Classes {
    /// A method with the class that declares it.
    public record Target(ClassModel owner, MethodModel method) {
        public String key() {
            return owner.thisClass().asInternalName() + "." + method.methodName().stringValue()
                + method.methodType().stringValue();
        }

        boolean isPrivate() {
            return method.flags().has(AccessFlag.PRIVATE);
        }
    }

    /// The key of the method that a call names.
    public static String key(InvokeInstruction call) {
        return call.owner().asInternalName() + "." + call.name().stringValue() + call.type().stringValue();
    }

    private static final String OBJECT = "java/lang/Object";

    private final ClassSource source;
    private final ClassFile verifier;
    private final Map<String, Optional<ClassModel>> parsed = new HashMap<>();
    private final Map<String, Optional<Target>> resolved = new HashMap<>();
    private final Map<String, Code> decoded = new HashMap<>();
    private final Set<String> reached = new LinkedHashSet<>();
    private final Set<String> shapes = new LinkedHashSet<>();

    public Classes(ClassSource source) {
        this.source = source;
        this.verifier = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(c -> source.bytes(internal(c))
                .map(ByteArrayInputStream::new).orElse(null)).cached()));
    }

    public Optional<ClassModel> find(String name) {
        if (!name.startsWith("java/")) shapes.add(name);
        return parsed.computeIfAbsent(name, n -> source.bytes(n).map(bytes -> parse(n, bytes)));
    }

    /// The class, verified unless it is the JDK's: the engine relies on what a verifier guarantees.
    private ClassModel parse(String name, byte[] bytes) {
        try {
            ClassModel model = verifier.parse(bytes);
            var errors = name.startsWith("java/") ? List.<VerifyError>of() : verifier.verify(model);
            if (errors.isEmpty() && model.thisClass().name().equalsString(name)) return model;
            throw new Unsupported("a broken class file: " + name + (errors.isEmpty() ? " is named otherwise"
                : ": " + errors.getFirst().getMessage()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Unsupported("a broken class file: " + name + ": " + e.getMessage());
        }
    }

    public ClassModel get(String name) {
        return find(name).orElseThrow(() -> new Unsupported("no class file of " + name));
    }

    /// The method that owner has: its own, a superclass's, or that of the most specific interface.
    public Optional<Target> resolve(String owner, String name, String descriptor) {
        return resolved.computeIfAbsent(owner + "." + name + descriptor,
            _ -> mostSpecific(owner, name, descriptor));
    }

    private Optional<Target> mostSpecific(String owner, String name, String descriptor) {
        List<Target> found = supertypes(owner).stream().flatMap(t -> declared(t, name, descriptor).stream())
            .toList();
        return found.stream().filter(t -> !t.owner().flags().has(AccessFlag.INTERFACE)).findFirst()
            .or(() -> found.stream().filter(t -> found.stream().noneMatch(u -> isBelow(u, t))).findFirst());
    }

    /// The method that the type itself declares, with a body.
    Optional<Target> declared(String type, String name, String descriptor) {
        return get(type).methods().stream()
            .filter(m -> m.methodName().equalsString(name) && m.methodType().equalsString(descriptor)
                && !m.flags().has(AccessFlag.ABSTRACT)).findFirst().map(m -> new Target(get(type), m));
    }

    /// The class or interface among owner and its supertypes that declares the field.
    String declaring(String owner, String field) {
        return supertypes(owner).stream()
            .filter(t -> get(t).fields().stream().anyMatch(f -> f.fieldName().equalsString(field)))
            .findFirst()
            .orElseThrow(() -> new Unsupported("no field " + owner + "." + field));
    }

    private boolean isBelow(Target a, Target b) {
        String below = a.owner().thisClass().asInternalName();
        String above = b.owner().thisClass().asInternalName();
        return !below.equals(above) && isSubtype(below, above);
    }

    public MethodModel method(String key) {
        return target(key).method();
    }

    /// The method with this key, `owner.name(descriptor)`.
    public Target target(String key) {
        int dot = key.indexOf('.');
        int parenthesis = key.indexOf('(');
        return resolve(key.substring(0, dot), key.substring(dot + 1, parenthesis), key.substring(parenthesis))
            .orElseThrow(() -> new Unsupported("no method " + key));
    }

    /// The body of the method with this key, noted as reached.
    public CodeModel body(String key) {
        reached.add(key);
        return method(key).code().orElseThrow(() -> new Unsupported(key + " has no body"));
    }

    /// The names of the parameters of the method with this key; javac keeps them with `-parameters`.
    public List<String> parameterNames(String key) {
        return method(key).findAttribute(Attributes.methodParameters())
            .map(a -> a.parameters().stream().map(p -> p.name().map(n -> n.stringValue()).orElse(""))
                .toList())
            .orElse(List.of());
    }

    /// The decoded body of target, noted as reached.
    Code code(Target target) {
        reached.add(target.key());
        return decoded.computeIfAbsent(target.key(), _ -> Code.of(target));
    }

    /// The classes asked for so far, those of the JDK left out.
    public Set<String> shapes() {
        return shapes;
    }

    /// Keys of the methods whose code was asked for so far.
    public Set<String> reached() {
        return reached;
    }

    /// name and all its supertypes, superclasses before interfaces.
    public List<String> supertypes(String name) {
        Set<String> all = new LinkedHashSet<>();
        for (String c = name; c != null; c = superclass(c)) all.add(c);
        for (String c : List.copyOf(all)) addInterfaces(c, all);
        return new ArrayList<>(all);
    }

    private String superclass(String name) {
        return get(name).superclass().map(s -> s.asInternalName()).orElse(null);
    }

    private void addInterfaces(String name, Set<String> all) {
        for (var i : get(name).interfaces()) {
            all.add(i.asInternalName());
            addInterfaces(i.asInternalName(), all);
        }
    }

    public boolean isSubtype(String name, String ancestor) {
        if (name.startsWith("[")) return isArraySubtype(name, ancestor);
        return name.equals(ancestor) || ancestor.equals(OBJECT) || find(name).isPresent()
            && supertypes(name).contains(ancestor);
    }

    private boolean isArraySubtype(String array, String ancestor) {
        if (!ancestor.startsWith("["))
            return List.of(OBJECT, "java/lang/Cloneable", "java/io/Serializable").contains(ancestor);
        String component = array.substring(1);
        String other = ancestor.substring(1);
        return component.equals(other) || component.length() > 1 && other.length() > 1
            && isSubtype(named(component), named(other));
    }

    /// The internal name of a type that is no primitive; of an array its descriptor.
    static String named(String descriptor) {
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    public boolean isRecord(String name) {
        return find(name).map(c -> c.findAttribute(Attributes.record()).isPresent()).orElse(false);
    }

    /// Whether equals of the record is the one that compares its components.
    boolean comparesComponents(String record) {
        return isRecord(record) && declared(record, "equals", "(Ljava/lang/Object;)Z")
            .filter(t -> code(t).instructions.stream().anyMatch(InvokeDynamicInstruction.class::isInstance))
            .isPresent();
    }

    public boolean isThrowable(String name) {
        return isSubtype(name, "java/lang/Throwable");
    }

    /// The leaves of a sealed type, in the order of its declaration; itself if it is not sealed.
    public List<String> leaves(String name) {
        var permitted = get(name).findAttribute(Attributes.permittedSubclasses());
        if (permitted.isEmpty()) return List.of(name);
        return permitted.map(PermittedSubclassesAttribute::permittedSubclasses).orElseThrow().stream()
            .flatMap(c -> leaves(c.asInternalName()).stream()).distinct().toList();
    }

    /// `java.lang.String` of a class description, as in stack traces.
    public static String internal(ClassDesc type) {
        return named(type.descriptorString());
    }
}
