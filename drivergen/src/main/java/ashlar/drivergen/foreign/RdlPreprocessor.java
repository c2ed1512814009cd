package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SystemRDL's preprocessor, Verilog's part of it: include, define without arguments, ifdef. Embedded Perl is
/// refused.
final class RdlPreprocessor {
    private static final Pattern DIRECTIVE = Pattern.compile("\\s*`(\\w+)\\s*(.*?)\\s*");
    private static final Pattern USE = Pattern.compile("`(\\w+)");
    private static final int DEEPEST = 50;

    private final Map<String, String> macros = new HashMap<>();
    private final List<Place> lines = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    /// What is left, and where each of its lines comes from.
    record Text(String text, List<Place> lines) {
        Place place(int line, int column) {
            Place at = lines.get(Math.clamp(line - 1L, 0, lines.size() - 1));
            return new Place(at.file(), at.line(), column);
        }
    }

    static Text read(Path file) throws IOException, BadFile {
        var preprocessor = new RdlPreprocessor();
        preprocessor.file(file, 0);
        return new Text(preprocessor.out.toString(), preprocessor.lines);
    }

    private void emit(String line, Place at) {
        out.append(line).append('\n');
        lines.add(at);
    }

    private void file(Path file, int depth) throws IOException, BadFile {
        Deque<Boolean> active = new ArrayDeque<>();
        List<String> all = List.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
            .split("\r?\n", -1));
        for (int i = 0; i < all.size(); i++) {
            var at = new Place(file.toString(), i + 1, 1);
            String line = all.get(i);
            int perl = line.indexOf("<%");
            if (perl >= 0) throw new BadFile(new Place(at.file(), at.line(), perl + 1),
                "embedded Perl is not run", "SystemRDL without <% ... %>");
            Matcher m = DIRECTIVE.matcher(line);
            if (m.matches() && directive(m.group(1), m.group(2), at, active, depth)) emit("", at);
            else emit(active.contains(false) ? "" : expand(line), at);
        }
        if (!active.isEmpty())
            throw new BadFile(new Place(file.toString(), all.size(), 1), "the file ends within `ifdef",
                "`endif");
    }

    /// @return false if it is a macro's use
    private boolean directive(String word, String rest, Place at, Deque<Boolean> active, int depth)
            throws IOException, BadFile {
        switch (word) {
            case "ifdef"  -> active.push(macros.containsKey(first(rest)));
            case "ifndef" -> active.push(!macros.containsKey(first(rest)));
            case "else", "endif", "elsif" -> close(word, rest, at, active);
            case "include" -> {
                if (!active.contains(false)) include(rest, at, depth);
            }
            case "define" -> {
                if (!active.contains(false)) define(rest, at);
            }
            case "undef"  -> macros.remove(first(rest));
            case "line", "resetall", "begin_keywords", "end_keywords" -> { }
            default       -> {
                return false;
            }
        }
        return true;
    }

    private static String first(String rest) {
        return rest.split("\\s+", 2)[0];
    }

    private void close(String word, String rest, Place at, Deque<Boolean> active) throws BadFile {
        if (active.isEmpty()) throw new BadFile(at, "`" + word + " without `ifdef", "`ifdef before it");
        boolean was = active.pop();
        if (word.equals("else")) active.push(!was);
        if (word.equals("elsif")) active.push(!was && macros.containsKey(first(rest)));
    }

    private void define(String rest, Place at) throws BadFile {
        String[] words = rest.split("\\s+", 2);
        if (words[0].contains("("))
            throw new BadFile(at, "macros with arguments are not expanded", "`define NAME text");
        macros.put(words[0], words.length > 1 ? words[1].replaceFirst("//.*", "").strip() : "");
    }

    private void include(String rest, Place at, int depth) throws IOException, BadFile {
        String name = rest.replaceAll("^[\"<]|[\">].*$", "");
        Path file = Path.of(at.file()).toAbsolutePath().resolveSibling(name);
        if (!Files.isRegularFile(file)) throw new BadFile(at, file + " is not there",
            "a file beside this one");
        if (depth > DEEPEST) throw new BadFile(at, "files include one another without end", "no cycle");
        file(file, depth + 1);
    }

    private String expand(String line) {
        String before = line;
        for (int i = 0; i < DEEPEST && before.contains("`"); i++) {
            String after = USE.matcher(before).replaceAll(m ->
                Matcher.quoteReplacement(macros.getOrDefault(m.group(1), m.group())));
            if (after.equals(before)) break;
            before = after;
        }
        return before;
    }
}
