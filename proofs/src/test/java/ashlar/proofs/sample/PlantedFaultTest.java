package ashlar.proofs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.object.EndpointOps;
import ashlar.proofs.Slice;
import ashlar.proofs.refines.IpcRefines;
import ashlar.refinement.api.Counterexample;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.report.Replay;
import ashlar.refinement.report.Seed;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A kernel that forgets to tell the next in an endpoint's queue who is before it now.
class PlantedFaultTest {
    private static final String ENDPOINT_OPS = EndpointOps.class.getName().replace('.', '/');
    private static final int SIZE = 3;
    private static final int TRIES = 2_000;

    private static final Counterexample FOUND = found();

    @Test
    void broken_part_of_the_relation_is_the_link_that_was_forgotten() {
        assertThat(FOUND.broken()).startsWith("related > endpointsRelated > endpointRelated > queueRelated")
            .matches(".*, t = (\\w+): TcbPtr.epPrev\\(\\1\\) is \\w+, must be \\w+");
    }

    @Test
    void rows_tell_the_link_on_both_sides() {
        assertThat(FOUND.rows()).filteredOn(r -> r.what().endsWith(" queue") && r.changed())
            .anyMatch(r -> r.spec().startsWith("prev (none)") && !r.kernel().startsWith("prev NULL"));
    }

    @Test
    void path_tells_the_function_with_the_fault() {
        assertThat(FOUND.path()).hasSize(2).anyMatch(line -> line.startsWith("spec: Ipc.cancel > "))
            .anyMatch(line -> line.startsWith("kernel: EndpointOps.cancelIPC > ") && line.contains("unlink"));
    }

    private static Counterexample found() {
        var classes = ClassSource.of(Slice.class.getClassLoader());
        var faulty = classes.with(Map.of(ENDPOINT_OPS, forgetful(classes.bytes(ENDPOINT_OPS).orElseThrow())));
        var replay = new Replay(new Slice(), obligation("cancelIPC_refines_cancel"), faulty);
        return LongStream.range(0, TRIES).map(i -> Seed.ofSize(SIZE, i << 3)).mapToObj(replay::on)
            .flatMap(Optional::stream).findFirst().orElseThrow();
    }

    private static Method obligation(String name) {
        return Arrays.stream(IpcRefines.class.getDeclaredMethods()).filter(m -> m.getName().equals(name))
            .findFirst().orElseThrow();
    }

    /// `unlink` without its first store to `epPrev`.
    private static byte[] forgetful(byte[] endpointOps) {
        return ClassFile.of().transformClass(ClassFile.of().parse(endpointOps),
            ClassTransform.transformingMethodBodies(m -> m.methodName().equalsString("unlink"),
                CodeTransform.ofStateful(FirstStoreDropped::new)));
    }

    private static final class FirstStoreDropped implements CodeTransform {
        private boolean isDropped;

        @Override
        public void accept(CodeBuilder b, CodeElement e) {
            if (!isDropped && e instanceof InvokeInstruction i && i.name().equalsString("setEpPrev")) {
                isDropped = true;
                for (var type : i.typeSymbol().parameterList().reversed()) pop(b, TypeKind.from(type));
            } else {
                b.with(e);
            }
        }

        private static void pop(CodeBuilder b, TypeKind type) {
            if (type.slotSize() == 2) b.pop2();
            else b.pop();
        }
    }
}
