package ashlar.ci;

import ashlar.refinement.mutate.Mutant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which lines of which files differ from those of a git revision.
/// @param lines by the file, from the project's root
record Changes(Map<String, List<Range>> lines) {
    private static final Pattern HUNK = Pattern.compile("@@ -\\S+ \\+(\\d+)(?:,(\\d+))? @@.*");

    /// From the first to the last line.
    record Range(int first, int last) {
        boolean meets(Range other) {
            return first <= other.last && other.first <= last;
        }
    }

    /// Asks git.
    /// @throws BadInput if root is no git worktree, or has no such revision
    static Changes since(String revision, Path root) throws IOException {
        Process git = new ProcessBuilder("git", "diff", "--unified=0", "--no-color", "--no-ext-diff",
            revision, "--", "*.java").directory(root.toFile()).redirectErrorStream(true).start();
        String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (git.waitFor() != 0)
                throw new BadInput("git diff " + revision + ": " + text.lines().findFirst().orElse("failed"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return parsed(text);
    }

    /// What git's text, without lines of context, says.
    static Changes parsed(String diff) {
        Map<String, List<Range>> lines = new HashMap<>();
        String file = "";
        for (String line : diff.lines().toList()) {
            if (line.startsWith("+++ ")) file = line.replaceFirst("^\\+\\+\\+ (b/)?", "");
            Matcher hunk = HUNK.matcher(line);
            if (!hunk.matches()) continue;
            int first = Integer.parseInt(hunk.group(1));
            int count = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
            lines.computeIfAbsent(file, _ -> new ArrayList<>())
                .add(new Range(first, first + Math.max(0, count - 1)));
        }
        return new Changes(lines);
    }

    /// The mutants among all that are in methods with changed lines. A method reaches from the line above its
    /// first mutant to the line below its last.
    Predicate<Mutant> touched(List<Mutant> all) {
        Map<String, Range> methods = all.stream().collect(Collectors.toMap(Mutant::key,
            m -> new Range(m.line() - 1, m.line() + 1),
            (a, b) -> new Range(Math.min(a.first, b.first), Math.max(a.last, b.last))));
        return m -> isChanged(m, methods.getOrDefault(m.key(), new Range(m.line(), m.line())));
    }

    private boolean isChanged(Mutant m, Range method) {
        String owner = m.className().replace('.', '/');
        String file = "/" + owner.substring(0, owner.lastIndexOf('/') + 1) + m.file();
        return lines.entrySet().stream().filter(e -> e.getKey().endsWith(file))
            .flatMap(e -> e.getValue().stream()).anyMatch(method::meets);
    }
}
