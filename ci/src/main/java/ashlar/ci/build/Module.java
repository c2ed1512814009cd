package ashlar.ci.build;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The Maven modules, in the order in which they are built.
enum Module {
    MODEL, SPEC, IMPL, REFINEMENT, DRIVERGEN, PROOFS, CI;

    /// The modules that see this one.
    Set<Module> above() {
        return switch (this) {
            case MODEL  -> EnumSet.range(SPEC, CI);
            case CI     -> EnumSet.noneOf(Module.class);
            case PROOFS -> EnumSet.of(CI);
            case SPEC, IMPL, REFINEMENT, DRIVERGEN -> EnumSet.of(PROOFS, CI);
        };
    }

    private Path folder(Path root) {
        return root.resolve(lowerCase());
    }

    Path sources(Path root) {
        return folder(root).resolve("src/main/java");
    }

    /// What ANTLR wrote; the folder need not exist.
    Path generated(Path root) {
        return folder(root).resolve("target/generated-sources/antlr4");
    }

    /// Apart from the folder that Maven compiles to: Maven lints what it compiles, and would not do it again.
    Path classes(Path root) {
        return root.resolve("target/ashlar/classes").resolve(lowerCase());
    }

    private String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
