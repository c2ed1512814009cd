package ashlar.refinement.theory;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.Classes;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassSignature;
import java.lang.classfile.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A type with its arguments filled in.
public sealed interface Type {
    record Primitive(char code) implements Type { }

    record Instance(String name, List<Type> arguments) implements Type { }

    record Component(String name, Type type) { }

    /// The type that signature denotes where type variables mean what variables says.
    static Type of(Signature signature, Map<String, Type> variables) {
        return switch (signature) {
            case Signature.BaseTypeSig b  -> new Primitive(b.baseType());
            case Signature.ClassTypeSig c -> new Instance(internalName(c), arguments(c, variables));
            case Signature.TypeVarSig v   ->
                variables.getOrDefault(v.identifier(), new Instance("java/lang/Object", List.of()));
            default                       -> throw new Unsupported("type " + signature.signatureString());
        };
    }

    private static String internalName(Signature.ClassTypeSig c) {
        return Classes.internal(c.classDesc());
    }

    private static List<Type> arguments(Signature.ClassTypeSig c, Map<String, Type> variables) {
        List<Type> types = new ArrayList<>();
        for (var a : c.typeArgs()) {
            types.add(a instanceof Signature.TypeArg.Bounded b ? of(b.boundType(), variables)
                : new Instance("java/lang/Object", List.of()));
        }
        return types;
    }

    /// The components of a record type.
    static List<Component> components(Classes classes, Instance type) {
        Map<String, Type> variables = variables(classes, type);
        return classes.get(type.name()).findAttribute(Attributes.record()).orElseThrow().components().stream()
            .map(c -> new Component(c.name().stringValue(), of(c.findAttribute(Attributes.signature())
                .map(s -> s.asTypeSignature()).orElse(Signature.of(c.descriptorSymbol())), variables)))
            .toList();
    }

    private static Map<String, Type> variables(Classes classes, Instance type) {
        Map<String, Type> bound = new HashMap<>();
        var signature = classSignature(classes.get(type.name()));
        if (signature == null) return bound;
        for (int i = 0; i < signature.typeParameters().size() && i < type.arguments().size(); i++) {
            bound.put(signature.typeParameters().get(i).identifier(), type.arguments().get(i));
        }
        return bound;
    }

    private static ClassSignature classSignature(ClassModel model) {
        return model.findAttribute(Attributes.signature()).map(s -> s.asClassSignature()).orElse(null);
    }

    /// The leaf named name of a sealed type, with the arguments that make it a subtype of type.
    static Instance leaf(Classes classes, Instance type, String name) {
        var signature = classSignature(classes.get(name));
        if (name.equals(type.name()) || signature == null)
            return new Instance(name, name.equals(type.name()) ? type.arguments() : List.of());
        Map<String, Type> bound = new HashMap<>();
        for (var parent : signature.superinterfaceSignatures()) {
            if (!internalName(parent).equals(type.name())) continue;
            for (int i = 0; i < parent.typeArgs().size() && i < type.arguments().size(); i++)
                bind(parent.typeArgs().get(i), type.arguments().get(i), bound);
        }
        return new Instance(name, signature.typeParameters().stream()
            .map(p -> bound.getOrDefault(p.identifier(), new Instance("java/lang/Object", List.of())))
                .toList());
    }

    private static void bind(Signature.TypeArg argument, Type actual, Map<String, Type> bound) {
        if (argument instanceof Signature.TypeArg.Bounded b
            && b.boundType() instanceof Signature.TypeVarSig v) {
            bound.put(v.identifier(), actual);
        }
    }
}
