package ashlar.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A wrong kernel or specification, one line away from the right one, and the obligation that notices.
/// @param file       the source, from the project's root, and after `#` a text behind which to look
/// @param right      text in it
/// @param wrong      what stands there instead
/// @param obligation the id of a claim that is refuted then
record Mutant(String name, String file, String right, String wrong, String obligation) {
    private static final int FIELDS = 5;
    private static final String SEPARATOR = " \\| ";

    /// The mutants that file lists, one a line, fields apart by ` | `; `#` begins a comment.
    /// @throws BadInput if a line is not of that form
    static List<Mutant> read(Path file) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) mutants.add(parsed(line, file + ":" + (i + 1)));
        }
        return mutants;
    }

    private static Mutant parsed(String line, String where) {
        String[] f = line.split(SEPARATOR, -1);
        if (f.length != FIELDS) {
            throw new BadInput(where + ": " + f.length
                + " fields; expected name | file | right | wrong | obligation");
        }
        return new Mutant(f[0].strip(), f[1].strip(), f[2].strip(), f[3].strip(), f[4].strip());
    }

    /// The source file, from the project's root.
    String path() {
        return file.replaceAll("#.*", "");
    }

    /// The source with the wrong text in place of the first right one behind the anchor.
    /// @throws BadInput if the anchor or the right text does not occur
    String source(Path root) throws IOException {
        String text = Files.readString(root.resolve(path()));
        int anchor = file.contains("#") ? text.indexOf(file.substring(file.indexOf('#') + 1)) : 0;
        int at = anchor < 0 ? -1 : text.indexOf(right, anchor);
        if (at < 0) throw new BadInput(file + ": mutant " + name + ": not found: " + right);
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }
}
