package ashlar.refinement.report;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.LocalVariableInfo;
import java.lang.classfile.attribute.MethodParameterInfo;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Class files rewritten so that their static functions report to the trace of their thread; lines stay.
final class Instrumentation {
    private final ClassFile files;
    private final Map<String, Function> functions = new HashMap<>();

    Instrumentation(ClassHierarchyResolver hierarchy) {
        this.files = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy));
    }

    /// The functions of all classes rewritten so far, by their keys.
    Map<String, Function> functions() {
        return functions;
    }

    byte[] rewritten(byte[] bytes) {
        ClassModel model = files.parse(bytes);
        Map<String, Integer> captured = captured(model);
        return files.transformClass(model, (builder, element) -> {
            if (element instanceof MethodModel m && isReported(m)) {
                Function f = function(model, m, captured.getOrDefault(m.methodName().stringValue(), 0));
                functions.put(f.key(), f);
                builder.transformMethod(m, MethodTransform.transformingCode(
                    CodeTransform.ofStateful(() -> new Reporting(f, m.code().orElseThrow()))));
            } else {
                builder.with(element);
            }
        });
    }

    private static boolean isReported(MethodModel m) {
        String name = m.methodName().stringValue();
        return m.flags().has(AccessFlag.STATIC) && m.code().isPresent() && !name.startsWith("<")
            && (!m.flags().has(AccessFlag.SYNTHETIC) || name.startsWith("lambda$"));
    }

    private static Function function(ClassModel owner, MethodModel m, int captured) {
        return new Function(owner.thisClass().asInternalName(), m.methodName().stringValue(),
            m.methodType().stringValue(), parameters(m), captured);
    }

    private static List<String> parameters(MethodModel m) {
        var declared = m.findAttribute(Attributes.methodParameters());
        if (declared.isPresent())
            return declared.get().parameters().stream().map(Instrumentation::name).toList();
        List<String> names = new ArrayList<>();
        int slot = 0;
        for (var type : m.methodTypeSymbol().parameterList()) {
            names.add(local(m, slot));
            slot += TypeKind.from(type).slotSize();
        }
        return names;
    }

    private static String name(MethodParameterInfo p) {
        return p.name().map(n -> n.stringValue()).orElse("");
    }

    private static String local(MethodModel m, int slot) {
        return m.code().flatMap(c -> c.findAttribute(Attributes.localVariableTable()))
            .flatMap(t -> first(t.localVariables(), slot)).orElse("");
    }

    private static Optional<String> first(List<LocalVariableInfo> variables, int slot) {
        return variables.stream().filter(v -> v.slot() == slot && v.startPc() == 0)
            .map(v -> v.name().stringValue()).findFirst();
    }

    /// How many parameters each lambda's body has from around the lambda.
    private static Map<String, Integer> captured(ClassModel model) {
        Map<String, Integer> captured = new HashMap<>();
        for (MethodModel m : model.methods()) m.code().ifPresent(code -> code.forEach(e -> {
            if (!(e instanceof InvokeDynamicInstruction i)) return;
            for (var argument : i.bootstrapArgs()) {
                if (argument instanceof DirectMethodHandleDesc body)
                    captured.put(body.methodName(), i.typeSymbol().parameterCount());
            }
        }));
        return captured;
    }
}
