package ashlar.refinement.lift;

import java.lang.classfile.Attributes;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Texts that change exactly if what the engine reads of a method or class changes: not with line numbers,
/// comments, or the numbering of constants. Any thread may ask.
public final class Fingerprints {
    private final Classes classes;
    private final Map<String, String> known = new HashMap<>();

    public Fingerprints(ClassSource source) {
        this.classes = new Classes(source);
    }

    /// The body of the method with this key, `owner.name(descriptor)`; empty if there is no such method.
    public synchronized String method(String key) {
        return known.computeIfAbsent(key, this::body);
    }

    /// The members of the class, its supertypes and what it permits; empty if there is no such class.
    public synchronized String shape(String name) {
        return known.computeIfAbsent(name, this::members);
    }

    private String body(String key) {
        try {
            Code code = classes.code(classes.target(key));
            StringBuilder text = new StringBuilder(code.handlers.toString());
            for (Instruction i : code.instructions) text.append('\n').append(instruction(i, code));
            return text.toString();
        } catch (ashlar.refinement.heap.Unsupported e) {
            return "";
        }
    }

    private static String instruction(Instruction i, Code code) {
        return switch (i) {
            case BranchInstruction b        -> b.opcode() + " " + code.at(b.target());
            case TableSwitchInstruction s   -> "switch " + cases(s.cases(), code)
                + code.at(s.defaultTarget());
            case LookupSwitchInstruction s  -> "switch " + cases(s.cases(), code)
                + code.at(s.defaultTarget());
            case InvokeDynamicInstruction d -> d + " " + d.bootstrapMethod() + d.bootstrapArgs();
            default                         -> i.toString();
        };
    }

    private static String cases(List<SwitchCase> cases, Code code) {
        StringBuilder text = new StringBuilder();
        for (SwitchCase c : cases) text.append(c.caseValue()).append(':').append(code.at(c.target()))
            .append(' ');
        return text.toString();
    }

    private String members(String name) {
        var found = classes.find(name);
        if (found.isEmpty()) return "";
        var c = found.get();
        StringBuilder text =
            new StringBuilder(c.flags().flagsMask() + " " + c.superclass() + " " + c.interfaces());
        c.fields()
            .forEach(f -> text.append('\n').append(f.flags().flagsMask()).append(f.fieldName())
            .append(f.fieldType()));
        c.methods().stream().filter(m -> !m.flags().has(AccessFlag.PRIVATE))
            .forEach(m -> text.append('\n').append(m.flags().flagsMask()).append(m.methodName())
            .append(m.methodType()));
        c.findAttribute(Attributes.permittedSubclasses())
            .ifPresent(p -> text.append(p.permittedSubclasses()));
        c.findAttribute(Attributes.record()).ifPresent(r -> r.components()
            .forEach(x -> text.append(x.name()).append(x.descriptor())
                .append(x.findAttribute(Attributes.signature()).map(s -> s.signature().stringValue()))));
        return text.toString();
    }
}
