package ashlar.ci.build;

import static java.lang.classfile.Attributes.constantValue;
import static java.lang.classfile.Attributes.exceptions;
import static java.lang.classfile.Attributes.permittedSubclasses;
import static java.lang.classfile.Attributes.record;
import static java.lang.classfile.Attributes.signature;

import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.util.Set;
import java.util.TreeSet;

/// What other classes can see of a class: as long as it stays the same, they need not be compiled again.
/// Constants belong to it, since javac copies them into the classes that use them.
final class Shape {
    private static final int HIDDEN = ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC;

    private Shape() {}

    static Set<String> of(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        var lines = new TreeSet<String>();
        lines.add("class " + model.flags().flagsMask() + " " + model.thisClass().asInternalName()
                  + " " + model.superclass() + " " + model.interfaces() + generic(model));
        model.findAttribute(record()).ifPresent(all -> lines.add("record " + all.components().stream()
            .map(part -> part.name() + ":" + part.descriptor() + generic(part)).toList()));
        model.findAttribute(permittedSubclasses()).ifPresent(all ->
            lines.add("permits " + all.permittedSubclasses()));
        for (FieldModel field : model.fields())
            if ((field.flags().flagsMask() & HIDDEN) == 0) lines.add(line(field));
        for (MethodModel method : model.methods())
            if ((method.flags().flagsMask() & HIDDEN) == 0) lines.add(line(method));
        return lines;
    }

    private static String line(FieldModel field) {
        String line = "field " + field.flags().flagsMask() + " " + field.fieldName() + ":" + field.fieldType()
            + generic(field);
        return field.findAttribute(constantValue())
            .map(value -> line + " = " + value.constant().constantValue()).orElse(line);
    }

    private static String line(MethodModel method) {
        String line = "method " + method.flags().flagsMask() + " " + method.methodName()
            + method.methodType() + generic(method);
        return method.findAttribute(exceptions())
            .map(all -> line + " throws " + all.exceptions()).orElse(line);
    }

    private static String generic(AttributedElement element) {
        return element.findAttribute(signature())
            .map(text -> " " + text.signature().stringValue()).orElse("");
    }
}
