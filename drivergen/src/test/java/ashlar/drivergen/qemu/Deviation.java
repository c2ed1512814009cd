package ashlar.drivergen.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where QEMU does otherwise than the manual tells.
record Deviation(String device, String register, Way way, long mask, String reason) {
    /// READS: the bits are not compared, and differ. SKIPS: they are not compared. WRITES: they are never
    /// set. HOLDS: they are set first of all, and stay.
    enum Way { READS, SKIPS, WRITES, HOLDS }

    /// Lines of a file: device, register, way, mask, reason.
    static List<Deviation> read(Path file) throws IOException {
        List<Deviation> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] words = line.strip().split("\\s+", 5);
            all.add(new Deviation(words[0], words[1], Way.valueOf(words[2].toUpperCase(Locale.ROOT)),
                Long.decode(words[3]), words[4]));
        }
        return all;
    }
}
