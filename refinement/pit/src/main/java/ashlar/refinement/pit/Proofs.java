package ashlar.refinement.pit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What `ashlar mutate --json` wrote to file.
record Proofs(Path file) {

    /// Why the file is of no use; empty if it is as new as all Java sources in those folders.
    Optional<String> flaw(Collection<Path> sources) {
        if (!Files.exists(file)) return Optional.of("there is no file " + file);
        FileTime written = time(file);
        return sources.stream().flatMap(Proofs::files).filter(source -> time(source).compareTo(written) > 0)
            .findFirst().map(source -> file + " is older than " + source);
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) return Stream.empty();
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The ids of the mutants that were proved equivalent.
    Set<String> equivalent() {
        Set<String> ids = new HashSet<>();
        for (JsonNode mutant : new ObjectMapper().readTree(file).path("mutants"))
            if (mutant.path("status").asString().equals("equivalent")) ids.add(mutant.path("id").asString());
        return ids;
    }
}
