package ashlar.ci;

import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The obligations that may stay unknown, each with the reason.
record KnownUnknowns(Map<String, String> reasons) {
    /// What file lists: `ID reason` a line; blank lines and lines that begin with `#` say nothing.
    /// @throws BadInput if a line gives no reason
    static KnownUnknowns read(Path file) throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (!Files.exists(file)) return new KnownUnknowns(reasons);
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) continue;
            String[] parts = text.split("\\s+", 2);
            if (parts.length < 2) {
                throw new BadInput(file + ":" + number + ":" + (line.indexOf(text) + text.length() + 1)
                    + ": no reason is given; expected: ID reason");
            }
            reasons.put(parts[0], parts[1]);
        }
        return new KnownUnknowns(reasons);
    }

    boolean has(String id) {
        return reasons.containsKey(id);
    }

    /// The ids of those that are listed, and yet proved.
    List<String> solved(List<Result> results) {
        return results.stream().filter(r -> r.verdict() instanceof Verdict.Proved && has(r.id()))
            .map(Result::id).toList();
    }
}
