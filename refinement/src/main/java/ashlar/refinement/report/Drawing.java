package ashlar.refinement.report;

import static ashlar.refinement.report.Page.anchor;
import static ashlar.refinement.report.Page.escaped;

import ashlar.refinement.api.Kind;
import ashlar.refinement.check.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The graph of who relies on whom, drawn: proofs that nobody relies on to the left.
final class Drawing {
    private static final double CHARACTER = 7.3;
    private static final int LINE = 26;
    private static final int BOX = 20;
    private static final int GAP = 64;
    private static final int MARGIN = 8;

    /// Claims that rely on what the refinement claim of the same function relies on.
    private static final Set<Kind> BESIDE = Set.of(Kind.TOTAL, Kind.FRAME);

    private record Box(double x, double y, double width) { }

    private final Map<String, Result> nodes = new TreeMap<>();
    private final Map<String, Box> boxes = new HashMap<>();
    private double width = MARGIN;
    private double height;

    private Drawing(List<Result> results) {
        Set<String> used = results.stream().flatMap(r -> r.uses().stream()).collect(Collectors.toSet());
        for (Result r : results) {
            boolean relies = !r.uses().isEmpty() && !BESIDE.contains(r.kind());
            if (relies || used.contains(r.id())) nodes.put(r.id(), r);
        }
    }

    /// An SVG element; empty if nobody relies on anybody.
    static String svg(List<Result> results) {
        var drawing = new Drawing(results);
        return drawing.nodes.isEmpty() ? "" : drawing.text();
    }

    private String text() {
        Map<String, List<String>> arrows = new TreeMap<>();
        nodes.forEach((id, r) -> arrows.put(id, r.uses()));
        place(new Layers(arrows).nodes());
        StringBuilder lines = new StringBuilder();
        nodes.forEach((id, r) -> r.uses().stream().filter(boxes::containsKey)
            .forEach(to -> lines.append(line(id, to))));
        return """
            <svg width="%1$.0f" height="%2$.0f" viewBox="0 0 %1$.0f %2$.0f" role="img">
            %3$s%4$s</svg>
            """.formatted(width, height, lines, nodes.values().stream().map(this::box)
                .collect(Collectors.joining()));
    }

    private void place(List<List<String>> layers) {
        int most = layers.stream().mapToInt(List::size).max().orElse(0);
        height = most * (double) LINE + MARGIN;
        for (List<String> layer : layers.reversed()) {
            int longest = layer.stream().mapToInt(id -> label(id).length()).max().orElse(0);
            double widest = longest * CHARACTER + 2 * MARGIN;
            double step = (height - MARGIN) / layer.size();
            for (int i = 0; i < layer.size(); i++)
                boxes.put(layer.get(i), new Box(width, MARGIN / 2.0 + step * (i + 0.5), widest));
            width += widest + GAP;
        }
        width += MARGIN - GAP;
    }

    /// The function that the claim is about, as far as the name of the claim tells.
    private static String label(String id) {
        return id.substring(id.indexOf('.') + 1).replaceFirst("_refines_.*", "");
    }

    private String line(String from, String to) {
        Box a = boxes.get(from);
        Box b = boxes.get(to);
        double bend = GAP / 2.0;
        return String.format(Locale.ROOT,
            "<path data-from='%s' data-to='%s' d='M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f'/>%n",
            anchor(from), anchor(to), a.x + a.width, a.y, a.x + a.width + bend, a.y, b.x - bend, b.y,
            b.x, b.y);
    }

    private String box(Result r) {
        Box b = boxes.get(r.id());
        return String.format(Locale.ROOT, """
            <a href="#%1$s" class="node %2$s" data-node="%1$s"><title>%3$s: %4$s</title>\
            <rect x="%5$.1f" y="%6$.1f" width="%7$.1f" height="%8$d" rx="4"/>\
            <text x="%9$.1f" y="%10$.1f">%11$s</text></a>
            """, anchor(r.id()), r.verdict().text(), escaped(r.id()), escaped(r.text()),
            b.x, b.y - BOX / 2.0, b.width, BOX, b.x + MARGIN, b.y + 4, escaped(label(r.id())));
    }
}
