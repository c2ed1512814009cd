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

    Path folder(Path root) {
        return root.resolve(name().toLowerCase(Locale.ROOT));
    }

    Path sources(Path root) {
        return folder(root).resolve("src/main/java");
    }

    /// What ANTLR wrote; the folder need not exist.
    Path generated(Path root) {
        return folder(root).resolve("target/generated-sources/antlr4");
    }

    Path classes(Path root) {
        return folder(root).resolve("target/classes");
    }
}
