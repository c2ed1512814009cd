package ashlar.refinement.mutate;

import ashlar.refinement.lift.ClassSource;
import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Class files rewritten so that they report to the meter of their thread.
final class Metered {
    private static final ClassDesc METER = Meter.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc STEP = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final MethodTypeDesc LINE =
        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc STORED = MethodTypeDesc.of(ConstantDescs.CD_void,
        ConstantDescs.CD_long, ConstantDescs.CD_long, ConstantDescs.CD_String);

    private final ClassFile files;
    private final Predicate<String> isLayout;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /// @param isLayout whether the class with this internal name is one of field accessors
    Metered(ClassSource source, Predicate<String> isLayout) {
        this.isLayout = isLayout;
        this.files = ClassFile.of(ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(c -> source.bytes(internal(c))
                .map(ByteArrayInputStream::new).orElse(null)).cached()));
    }

    private static String internal(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }

    /// The class file, counting branches and calls. Writers of fields see to it that the field holds what
    /// they stored.
    byte[] steps(byte[] file) {
        return rewritten(file, false);
    }

    /// As above, and telling which lines it runs.
    byte[] stepsAndLines(byte[] file) {
        return rewritten(file, true);
    }

    private byte[] rewritten(byte[] file, boolean lines) {
        ClassModel model = files.parse(file);
        return files.transformClass(model, (b, e) -> {
            if (!(e instanceof MethodModel m) || m.code().isEmpty()) {
                b.with(e);
                return;
            }
            CodeTransform counting = counting(model, m);
            b.transformMethod(m, MethodTransform.transformingCode(
                lines ? telling(key(model, m)).andThen(counting) : counting));
        });
    }

    private static String key(ClassModel owner, MethodModel m) {
        return owner.thisClass().asInternalName() + "." + m.methodName().stringValue()
            + m.methodType().stringValue();
    }

    /// The number in reports of the entry of a method's table of lines, counted from 0.
    synchronized int number(String method, int entry) {
        return numbers.computeIfAbsent(method + "#" + entry, name -> {
            names.add(name);
            return names.size() - 1;
        });
    }

    /// The number that stands for the name of one.
    synchronized int number(String name) {
        int end = name.lastIndexOf('#');
        return number(name.substring(0, end), Integer.parseInt(name.substring(end + 1)));
    }

    /// The same in every run: the method and the entry.
    synchronized String name(int number) {
        return names.get(number);
    }

    /// The numbers of all entries of the method's table of lines that are of this line.
    List<Integer> numbers(byte[] file, String method, int line) {
        List<Integer> those = new ArrayList<>();
        ClassModel model = files.parse(file);
        for (MethodModel m : model.methods()) {
            if (!key(model, m).equals(method) || m.code().isEmpty()) continue;
            int entry = 0;
            for (CodeElement e : m.code().get()) {
                if (!(e instanceof LineNumber l)) continue;
                if (l.line() == line) those.add(number(method, entry));
                entry++;
            }
        }
        return those;
    }

    private CodeTransform telling(String method) {
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            private int entry;

            @Override
            public void accept(CodeBuilder b, CodeElement e) {
                b.with(e);
                if (e instanceof LineNumber)
                    b.loadConstant(number(method, entry++)).invokestatic(METER, "line", LINE);
            }
        });
    }

    private CodeTransform counting(ClassModel owner, MethodModel m) {
        Optional<MethodModel> getter =
            isLayout.test(owner.thisClass().asInternalName()) ? getter(owner, m) : Optional.empty();
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            @Override
            public void atStart(CodeBuilder b) {
                b.invokestatic(METER, "step", STEP);
            }

            @Override
            public void accept(CodeBuilder b, CodeElement e) {
                if (e instanceof BranchInstruction) b.invokestatic(METER, "step", STEP);
                if (e instanceof ReturnInstruction) getter.ifPresent(g -> check(b, owner, g));
                b.with(e);
            }
        });
    }

    /// The reader of the field that m writes, if m is a writer that leaves its parameters as they are.
    private static Optional<MethodModel> getter(ClassModel owner, MethodModel m) {
        String name = m.methodName().stringValue();
        var type = m.methodTypeSymbol();
        if (!name.startsWith("set") || name.length() == 3 || type.parameterCount() < 2
            || !m.flags().has(AccessFlag.STATIC) || changesParameters(m)) return Optional.empty();
        String field = Character.toLowerCase(name.charAt(3)) + name.substring(4);
        int last = type.parameterCount() - 1;
        String read = MethodTypeDesc.of(type.parameterType(last), type.parameterList().subList(0, last))
            .descriptorString();
        return owner.methods().stream().filter(g -> g.methodName().equalsString(field)
            && g.methodType().equalsString(read)).findFirst();
    }

    private static boolean changesParameters(MethodModel m) {
        int slots = m.methodTypeSymbol().parameterList().stream()
            .mapToInt(p -> TypeKind.from(p).slotSize()).sum();
        return m.code().orElseThrow().elementStream()
            .anyMatch(e -> e instanceof StoreInstruction s && s.slot() < slots);
    }

    private static void check(CodeBuilder b, ClassModel owner, MethodModel getter) {
        var type = getter.methodTypeSymbol();
        int slot = 0;
        for (ClassDesc p : type.parameterList()) {
            b.loadLocal(TypeKind.from(p), slot);
            slot += TypeKind.from(p).slotSize();
        }
        b.invokestatic(owner.thisClass().asSymbol(), getter.methodName().stringValue(), type);
        widen(b, type.returnType());
        b.loadLocal(TypeKind.from(type.returnType()), slot);
        widen(b, type.returnType());
        String name = owner.thisClass().asInternalName();
        b.loadConstant(name.substring(name.lastIndexOf('/') + 1) + "." + getter.methodName().stringValue());
        b.invokestatic(METER, "stored", STORED);
    }

    private static void widen(CodeBuilder b, ClassDesc type) {
        if (TypeKind.from(type).slotSize() == 1) b.i2l();
    }
}
