package ashlar.refinement.lift;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/// Where class files come from.
public interface ClassSource {
    /// The class file of the class with this internal name (`java/lang/Object`).
    Optional<byte[]> bytes(String internalName);

    /// The class files that loader sees.
    static ClassSource of(ClassLoader loader) {
        return name -> {
            try (InputStream in = loader.getResourceAsStream(name + ".class")) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            } catch (IOException e) {
                return Optional.empty();
            }
        };
    }

    /// This source with some classes replaced.
    default ClassSource with(Map<String, byte[]> replaced) {
        return name -> replaced.containsKey(name) ? Optional.of(replaced.get(name)) : bytes(name);
    }
}
