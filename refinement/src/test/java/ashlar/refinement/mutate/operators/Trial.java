package ashlar.refinement.mutate.operators;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pitest.classinfo.ClassName;
import org.pitest.classpath.ClassloaderByteArraySource;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.Mutant;
import org.pitest.mutationtest.engine.MutationDetails;

/// Makes mutants of classes on the class path, and runs them.
record Trial(Class<?> original, String operator) {
    private static final ClassFile VERIFIER = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
        ClassHierarchyResolver.ofResourceParsing(Trial.class.getClassLoader())
            .orElse(ClassHierarchyResolver.defaultResolver())));

    private Mutater mutater() {
        return new Engine().createEngine(new EngineArguments(List.of(operator), List.of()))
            .createMutator(ClassloaderByteArraySource.fromContext());
    }

    /// The mutants of all methods of that name.
    List<Mutant> mutants(String method) {
        return all().filter(m -> m.getDetails().getMethod().equals(method)).toList();
    }

    Stream<Mutant> all() {
        Mutater mutater = mutater();
        return mutater.findMutations(ClassName.fromClass(original)).stream().map(MutationDetails::getId)
            .map(mutater::getMutation);
    }

    List<String> descriptions(String method) {
        return mutants(method).stream().map(m -> m.getDetails().getDescription()).toList();
    }

    static List<VerifyError> errors(Mutant mutant) {
        return VERIFIER.verify(mutant.getBytes());
    }

    /// What method returns in each of its mutants.
    List<Object> results(String method, Object... arguments) throws ReflectiveOperationException {
        return results(mutants(method), arguments);
    }

    static List<Object> results(List<Mutant> mutants, Object... arguments)
        throws ReflectiveOperationException {
        List<Object> results = new ArrayList<>();
        for (Mutant mutant : mutants) results.add(run(mutant, arguments));
        return results;
    }

    private static Object run(Mutant mutant, Object... arguments) throws ReflectiveOperationException {
        var details = mutant.getDetails();
        Class<?> mutated = new Mutated(details.getClassName().asJavaName(), mutant.getBytes()).load();
        for (Method method : mutated.getMethods())
            if (method.getName().equals(details.getMethod()) && hasDescriptor(method, details))
                return method.invoke(null, arguments);
        throw new NoSuchMethodException(details.getMethod());
    }

    private static boolean hasDescriptor(Method method, MutationDetails details) {
        var type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        return type.descriptorString().equals(details.getId().getLocation().getMethodDesc());
    }

    /// Loads one class from bytes, the others as ever.
    private static final class Mutated extends ClassLoader {
        private final String name;
        private final byte[] bytes;

        Mutated(String name, byte[] bytes) {
            super(Trial.class.getClassLoader());
            this.name = name;
            this.bytes = bytes;
        }

        Class<?> load() {
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
