package ashlar.refinement.mutate.operators;

import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.LineNumber;
import java.util.List;
import org.pitest.mutationtest.engine.Mutant;

/// The lines that a method's code names.
final class Lines {
    private Lines() { }

    /// In the order of the code, counted from the first one.
    static List<Integer> of(Mutant mutant, String method) {
        List<Integer> lines = ClassFile.of().parse(mutant.getBytes()).methods().stream()
            .filter(m -> m.methodName().equalsString(method))
            .flatMap(m -> m.code().orElseThrow().elementStream())
            .filter(LineNumber.class::isInstance).map(e -> ((LineNumber) e).line()).toList();
        return lines.stream().map(line -> line - lines.getFirst()).toList();
    }
}
