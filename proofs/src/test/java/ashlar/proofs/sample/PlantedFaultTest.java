package ashlar.proofs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.kernel.Threads;
import ashlar.proofs.Slice;
import ashlar.proofs.refines.ThreadRefines;
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

/// A kernel that forgets to tell the next in a ready queue who is before it now.
class PlantedFaultTest {
    private static final String THREADS = Threads.class.getName().replace('.', '/');
    private static final int SIZE = 3;
    private static final int TRIES = 2_000;

    private static final Counterexample FOUND = found();

    @Test
    void broken_part_of_the_relation_is_the_link_that_was_forgotten() {
        assertThat(FOUND.broken()).startsWith("related > schedulingRelated > readyRelated > levelRelated")
            .matches(".*, t = (\\w+): TcbPtr.schedPrev\\(\\1\\) is \\w+, must be \\w+");
    }

    @Test
    void rows_tell_the_link_on_both_sides() {
        assertThat(FOUND.rows()).filteredOn(r -> r.what().endsWith(" ready") && r.changed())
            .anyMatch(r -> r.spec().startsWith("prev ") && r.kernel().startsWith("prev "));
    }

    @Test
    void path_tells_the_function_with_the_fault() {
        assertThat(FOUND.path()).hasSize(2).anyMatch(line -> line.startsWith("spec: Threads.dequeue"))
            .anyMatch(line -> line.startsWith("kernel: Threads.dequeue"));
    }

    private static Counterexample found() {
        var classes = ClassSource.of(Slice.class.getClassLoader());
        var faulty = classes.with(Map.of(THREADS, forgetful(classes.bytes(THREADS).orElseThrow())));
        var replay = new Replay(new Slice(), obligation("dequeue_refines_dequeue"), faulty);
        return LongStream.range(0, TRIES).map(i -> Seed.ofSize(SIZE, i << 3)).mapToObj(replay::on)
            .flatMap(Optional::stream).findFirst().orElseThrow();
    }

    private static Method obligation(String name) {
        return Arrays.stream(ThreadRefines.class.getDeclaredMethods()).filter(m -> m.getName().equals(name))
            .findFirst().orElseThrow();
    }

    /// `dequeue` without its first store to `schedPrev`.
    private static byte[] forgetful(byte[] threads) {
        return ClassFile.of().transformClass(ClassFile.of().parse(threads),
            ClassTransform.transformingMethodBodies(m -> m.methodName().equalsString("dequeue"),
                CodeTransform.ofStateful(FirstStoreDropped::new)));
    }

    private static final class FirstStoreDropped implements CodeTransform {
        private boolean isDropped;

        @Override
        public void accept(CodeBuilder b, CodeElement e) {
            if (!isDropped && e instanceof InvokeInstruction i && i.name().equalsString("setSchedPrev")) {
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
