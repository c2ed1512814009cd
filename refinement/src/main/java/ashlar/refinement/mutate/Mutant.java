package ashlar.refinement.mutate;

import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.MutationIdentifier;

/// A class with one small fault.
/// @param id          the same in every run, as long as the class stays as it is
/// @param className   `pkg.Class`
/// @param operator    what sort of fault, in PIT's words; the same for all cases of a switch
/// @param description the fault in words
/// @param file        name of the source file, without folders
/// @param bytes       the class file with the fault
public record Mutant(String id, String className, String method, String descriptor, int line, String operator,
                     String description, String file, byte[] bytes) {
    static Mutant of(MutationDetails details, byte[] bytes) {
        MutationIdentifier id = details.getId();
        return new Mutant(id(id), details.getClassName().asJavaName(), details.getMethod(),
            id.getLocation().getMethodDesc(), details.getLineNumber(), operator(id), details.getDescription(),
            details.getFilename(), bytes);
    }

    /// The id of the mutant that PIT calls this.
    public static String id(MutationIdentifier id) {
        return id(id.getClassName().asJavaName(), id.getLocation().getMethodName(),
            id.getLocation().getMethodDesc(), id.getFirstIndex(), id.getMutator());
    }

    /// The id of the mutant of which PIT's reports say this.
    /// @param index   of the first instruction
    /// @param mutator the operator's full name
    public static String id(String className, String method, String descriptor, int index, String mutator) {
        return className + "." + method + descriptor + "#" + index + "#" + shortened(mutator);
    }

    private static String operator(MutationIdentifier id) {
        return shortened(id.getMutator()).replaceFirst("_(CASE_-?)?\\d+$", "");
    }

    private static String shortened(String mutator) {
        return mutator.substring(mutator.lastIndexOf('.') + 1).replaceFirst("Mutator(?=_|$)", "");
    }

    /// Its class, `pkg/Class`.
    String owner() {
        return className.replace('.', '/');
    }

    /// The method's key, `pkg/Class.method(desc)`.
    public String key() {
        return owner() + "." + method + descriptor;
    }

    /// `Class.method:line operator`.
    @Override
    public String toString() {
        return className.substring(className.lastIndexOf('.') + 1) + "." + method + ":" + line + " "
            + operator;
    }
}
