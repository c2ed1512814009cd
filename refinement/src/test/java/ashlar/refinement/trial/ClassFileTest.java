package ashlar.refinement.trial;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.lift.Executor;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Terms;
import ashlar.refinement.theory.JdkMethods;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Class files that no compiler would write, or that are damaged.
final class ClassFileTest {
    private static final String NAME = "made/Up";
    private static final MethodTypeDesc INT_TO_INT =
        MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int);

    private static byte[] classFile(Consumer<CodeBuilder> body) {
        return ClassFile.of().build(ClassDesc.ofInternalName(NAME), c -> c.withMethodBody("f", INT_TO_INT,
            ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, body));
    }

    private static void run(Map<String, byte[]> classFiles, String owner, String method) {
        Terms terms = new Terms();
        var source = ClassSource.of(ClassFileTest.class.getClassLoader()).with(classFiles);
        var executor = new Executor(terms, new Classes(source), new JdkMethods(), _ -> false);
        executor.run(owner, method, "(I)I", List.of(new Value.Num(terms.var("a", Sort.bits(32)))),
            Heap.EMPTY);
    }

    @Test
    void unknown_bootstrap_method_is_refused() {
        DirectMethodHandleDesc boot = MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC,
            ClassDesc.of("made.Boot"), "strap", MethodTypeDesc.of(ConstantDescs.CD_CallSite));
        byte[] made = classFile(b -> b.iload(0)
            .invokedynamic(DynamicCallSiteDesc.of(boot, "g", INT_TO_INT)).ireturn());
        assertThatThrownBy(() -> run(Map.of(NAME, made), NAME, "f")).isInstanceOf(Unsupported.class)
            .hasMessageContaining("invokedynamic of made/Boot.strap");
    }

    @Test
    void subroutine_is_refused() {
        byte[] made = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS)
            .build(ClassDesc.ofInternalName(NAME), c -> c.withVersion(ClassFile.JAVA_6_VERSION, 0)
                .withMethodBody("f", INT_TO_INT, ClassFile.ACC_STATIC, b -> {
                    var end = b.newLabel();
                    b.with(java.lang.classfile.instruction.DiscontinuedInstruction.JsrInstruction.of(end));
                    b.labelBinding(end).astore(1).iload(0).ireturn();
                }));
        assertThatThrownBy(() -> run(Map.of(NAME, made), NAME, "f")).isInstanceOf(Unsupported.class)
            .hasMessageContaining("a broken class file: made/Up");
    }

    @Test
    void class_without_class_file_is_refused() {
        byte[] made = classFile(b -> b.iload(0).invokestatic(ClassDesc.of("made.Nowhere"), "g", INT_TO_INT)
            .ireturn());
        assertThatThrownBy(() -> run(Map.of(NAME, made), NAME, "f")).isInstanceOf(Unsupported.class)
            .hasMessageContaining("no class file of made/Nowhere");
    }

    @Test
    void missing_method_is_refused() {
        byte[] made = classFile(b -> b.iload(0).invokestatic(ClassDesc.ofInternalName(NAME), "g", INT_TO_INT)
            .ireturn());
        assertThatThrownBy(() -> run(Map.of(NAME, made), NAME, "f")).isInstanceOf(Unsupported.class)
            .hasMessageContaining("no method made/Up.g");
    }

    @Test
    void missing_field_is_refused() {
        byte[] made = classFile(b ->
            b.getstatic(ClassDesc.ofInternalName(NAME), "x", ConstantDescs.CD_int).ireturn());
        assertThatThrownBy(() -> run(Map.of(NAME, made), NAME, "f")).isInstanceOf(Unsupported.class)
            .hasMessageContaining("no field made/Up.x");
    }

    @Test
    void what_is_no_class_file_is_refused() {
        byte[] none = {'n', 'o', ' ', 'c', 'l', 'a', 's', 's'};
        assertThatThrownBy(() -> run(Map.of(NAME, none), NAME, "f")).isInstanceOf(Unsupported.class)
            .hasMessageContaining("broken class file");
    }

    @Test
    void damaged_class_file_is_refused_or_understood() throws IOException {
        byte[] whole;
        try (InputStream in = ClassFileTest.class.getResourceAsStream("sample/Control.class")) {
            whole = in.readAllBytes();
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (i % 2 != 0) damaged[random.nextInt(whole.length)] = (byte) random.nextInt();
            tryOut(damaged, "damage " + i);
        }
    }

    /// A damaged file may still say something; what it may not do is make the engine fail.
    private static void tryOut(byte[] damaged, String name) {
        String owner = "ashlar/refinement/trial/sample/Control";
        try {
            run(Map.of(owner, damaged), owner, "switchInLoop");
        } catch (Unsupported e) {
            return;
        } catch (RuntimeException e) {
            throw new AssertionError(name, e);
        }
    }
}
