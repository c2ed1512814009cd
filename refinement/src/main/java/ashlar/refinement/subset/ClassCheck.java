package ashlar.refinement.subset;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;

/// The rules for one class: its kind, fields and methods. Exceptions and what the compiler makes are exempt.
final class ClassCheck {
    private final Rules rules;
    private final Family family;
    private final ClassModel c;
    private final Values values;
    private final Report report;

    ClassCheck(Rules rules, Family family, ClassModel c) {
        this.rules = rules;
        this.family = family;
        this.c = c;
        this.values = new Values(rules, family);
        this.report = new Report(c);
    }

    List<Complaint> complaints() {
        if (family.isException(c.thisClass().asInternalName()) || c.flags().has(AccessFlag.SYNTHETIC))
            return List.of();
        if (c.superclass().filter(s -> s.asInternalName().equals("java/lang/Enum")).isPresent())
            report.add(line(), "an enum", "sealed types of records, or constants");
        else c.fields().forEach(this::field);
        c.methods().forEach(this::method);
        return report.complaints();
    }

    /// The first line of the class that has code.
    private int line() {
        return c.methods().stream().flatMap(m -> m.code().stream()).mapToInt(b -> new Code(b).firstLine())
            .min().orElse(0);
    }

    private void field(FieldModel f) {
        String name = f.fieldName().stringValue();
        boolean isConstant = f.findAttribute(Attributes.constantValue()).isPresent();
        if (f.flags().has(AccessFlag.STATIC) && !isConstant) {
            report.add(line(), "static field " + name, "compile-time constants");
        } else if (!values.allow(f.fieldTypeSymbol())) {
            report.add(line(), "field " + name + " of type " + f.fieldTypeSymbol().displayName(),
                rules.values());
        }
    }

    private void method(MethodModel m) {
        boolean isGenerated = m.flags().has(AccessFlag.BRIDGE) || isOfObject(m);
        int line = m.code().map(b -> new Code(b).firstLine()).orElse(line());
        if (!isGenerated) signature(m, line);
        m.code().ifPresent(body -> code(m, new Code(body)));
    }

    private static boolean isOfObject(MethodModel m) {
        return List.of("toString", "hashCode", "equals").contains(m.methodName().stringValue());
    }

    private void signature(MethodModel m, int line) {
        String name = m.methodName().stringValue();
        MethodTypeDesc type = m.methodTypeSymbol();
        for (ClassDesc t : type.parameterList()) {
            if (!values.allow(t)) report.add(line, name + " takes a " + t.displayName(), rules.values());
        }
        boolean returns = !type.returnType().equals(java.lang.constant.ConstantDescs.CD_void);
        if (returns && !values.allow(type.returnType()))
            report.add(line, name + " returns a " + type.returnType().displayName(), rules.values());
        if (!rules.ownValues() && !m.flags().has(AccessFlag.STATIC) && !name.equals("<init>"))
            report.add(line, "instance method " + name, "static methods");
    }

    private void code(MethodModel m, Code code) {
        String name = m.methodName().stringValue();
        if (code.length() > rules.lines())
            report.add(code.firstLine(), name + " has " + code.length() + " lines", rules.lines() + " lines");
        new CodeCheck(rules, family, values, report, name, code).run();
    }
}
