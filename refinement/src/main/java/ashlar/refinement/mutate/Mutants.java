package ashlar.refinement.mutate;

import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.mutate.operators.Engine;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.pitest.classinfo.ClassName;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.gregor.config.Mutator;

/// Makes mutants with PIT's engine.
public final class Mutants {
    private final Mutater mutater;

    /// @param operators names of PIT's operators and groups of them: DEFAULTS, STRONGER, KERNEL, ALL
    /// @param source    where the classes come from
    /// @throws IllegalArgumentException if there is no such operator
    public Mutants(Collection<String> operators, ClassSource source) {
        Collection<String> known = operators();
        for (String o : operators) {
            if (!known.contains(o) && !o.equals("ALL"))
                throw new IllegalArgumentException("no operator is named " + o);
        }
        this.mutater = new Engine()
            .createEngine(EngineArguments.arguments().withMutators(operators))
            .createMutator(name -> source.bytes(name.replace('.', '/')));
    }

    /// The names of all operators and groups.
    public static Collection<String> operators() {
        return Mutator.allMutatorIds();
    }

    /// The mutants of the class with this name, `pkg.Class`, by line.
    public List<Mutant> of(String className) {
        return mutater.findMutations(ClassName.fromString(className)).stream()
            .map(d -> Mutant.of(d, mutater.getMutation(d.getId()).getBytes()))
            .sorted(Comparator.comparingInt(Mutant::line).thenComparing(Mutant::id)).toList();
    }

    /// The mutants of all of classNames.
    public Stream<Mutant> of(Collection<String> classNames) {
        return classNames.stream().sorted().flatMap(c -> of(c).stream());
    }
}
