package ashlar.refinement.mutate;

import ashlar.refinement.lift.ClassSource;
import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Class files rewritten so that they count their steps.
final class Metered {
    /// A line of a class, `pkg.Class`.
    private record Line(String className, int line) { }

    private static final ClassDesc METER = Meter.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc STEP = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final MethodTypeDesc LINE =
        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

    private final ClassFile files;
    private final Map<Line, Integer> lines = new HashMap<>();

    Metered(ClassSource source) {
        this.files = ClassFile.of(ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(c -> source.bytes(internal(c))
                .map(ByteArrayInputStream::new).orElse(null)).cached()));
    }

    private static String internal(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }

    /// The class file, counting branches and calls.
    byte[] steps(byte[] file) {
        return files.transformClass(files.parse(file), ClassTransform.transformingMethodBodies(counting()));
    }

    /// As above, and telling which lines it runs.
    byte[] stepsAndLines(byte[] file) {
        ClassModel model = files.parse(file);
        String name = model.thisClass().asInternalName().replace('/', '.');
        return files.transformClass(model,
            ClassTransform.transformingMethodBodies(telling(name).andThen(counting())));
    }

    /// The number that a line of a class has in reports; none if the class was never rewritten to tell.
    synchronized OptionalInt number(String className, int line) {
        Integer n = lines.get(new Line(className, line));
        return n == null ? OptionalInt.empty() : OptionalInt.of(n);
    }

    private synchronized int numbered(Line line) {
        return lines.computeIfAbsent(line, _ -> lines.size());
    }

    private static CodeTransform counting() {
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            @Override
            public void atStart(CodeBuilder b) {
                b.invokestatic(METER, "step", STEP);
            }

            @Override
            public void accept(CodeBuilder b, CodeElement e) {
                if (e instanceof BranchInstruction) b.invokestatic(METER, "step", STEP);
                b.with(e);
            }
        });
    }

    private CodeTransform telling(String name) {
        return (b, e) -> {
            b.with(e);
            if (e instanceof LineNumber l) {
                b.loadConstant(numbered(new Line(name, l.line()))).invokestatic(METER, "line", LINE);
            }
        };
    }
}
