package ashlar.refinement.mutate.operators;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.MutationEngineFactory;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationEngine;
import org.pitest.mutationtest.engine.gregor.GregorMutater;
import org.pitest.mutationtest.engine.gregor.MethodInfo;
import org.pitest.mutationtest.engine.gregor.MethodMutatorFactory;
import org.pitest.mutationtest.engine.gregor.config.Mutator;
import org.pitest.util.Glob;

/// PIT's engine under the name `ashlar`: the same mutants, but our operators find the classes that a mutated
/// class calls wherever PIT finds that class. Under PIT's own name for it, `gregor`, they look only where the
/// thread's class loader does.
public final class Engine implements MutationEngineFactory {
    @Override public MutationEngine createEngine(EngineArguments arguments) {
        Collection<String> names = arguments.mutators();
        Collection<MethodMutatorFactory> operators = names == null || names.isEmpty()
            ? Mutator.newDefaults() : Mutator.fromStrings(names);
        return new Reading(List.copyOf(operators), Glob.toGlobPredicates(arguments.excludedMethods()));
    }

    @Override public String name() {
        return "ashlar";
    }

    @Override public String description() {
        return "PIT's engine, with operators that see the classes around";
    }

    private record Reading(List<MethodMutatorFactory> operators, Collection<Predicate<String>> excluded)
        implements MutationEngine {

        @Override public Mutater createMutator(ClassByteArraySource source) {
            var library = new Library(source);
            return new GregorMutater(source, this::isMutated, operators.stream()
                .map(o -> o instanceof Operator ours ? ours.reading(library) : o).toList());
        }

        private boolean isMutated(MethodInfo method) {
            return excluded.stream().noneMatch(e -> e.test(method.getName()));
        }

        @Override public Collection<String> getMutatorNames() {
            return operators.stream().map(MethodMutatorFactory::getName).toList();
        }

        @Override public String getName() {
            return "ashlar";
        }
    }
}
