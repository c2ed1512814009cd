package ashlar.refinement.mutate;

import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.lift.Fingerprints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What is kept from one run to the next, a file each, and good as long as the code is the same that it
/// depends on.
final class Kept {
    private final Optional<Path> folder;
    private final boolean isFresh;
    private final String engine;
    private final Fingerprints fingerprints;

    /// @param isFresh whether what is kept is not used, but replaced
    /// @param engine  of the engine, the solver and whatever else everything depends on
    Kept(Optional<Path> folder, boolean isFresh, String engine, ClassSource source) {
        this.folder = folder;
        this.isFresh = isFresh;
        this.engine = engine;
        this.fingerprints = new Fingerprints(source);
    }

    /// A text that changes if the code of one of the methods does.
    String digest(Collection<String> methods) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            add(sha, engine);
            for (String m : new TreeSet<>(methods)) {
                add(sha, m);
                add(sha, fingerprints.method(m));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest sha, String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
    }

    /// What was kept as name.
    Optional<List<String>> find(String name) {
        if (folder.isEmpty() || isFresh) return Optional.empty();
        try {
            Path file = folder.get().resolve(name);
            return Files.isRegularFile(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void keep(String name, List<String> lines) {
        if (folder.isEmpty()) return;
        try {
            Path file = folder.get().resolve(name);
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), "entry", ".tmp");
            Files.write(whole, lines);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be kept: " + name, e);
        }
    }
}
