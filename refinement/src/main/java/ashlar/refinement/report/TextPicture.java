package ashlar.refinement.report;

import static ashlar.refinement.report.Columns.pad;
import static ashlar.refinement.report.Columns.wrap;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// A counterexample for a terminal: what is broken, and the states before and after, the specification's
/// beside the kernel's.
public final class TextPicture {
    private static final int MARGIN = 9;
    private static final int NARROWEST = 16;

    private final Counterexample example;
    private final int width;
    private final boolean coloured;
    private final List<String> lines = new ArrayList<>();

    private TextPicture(Counterexample example, int width, boolean coloured) {
        this.example = example;
        this.width = width;
        this.coloured = coloured;
    }

    /// The lines of the picture of example, which refutes obligation id.
    /// @param width characters in a line; a part of the state that has a longer name may exceed it
    public static List<String> lines(String id, Counterexample example, int width, boolean coloured) {
        var picture = new TextPicture(example, width, coloured);
        picture.lines.add(Tone.BAD.paint("REFUTED", coloured) + "  "
            + (id + "  " + example.where()).stripTrailing());
        picture.paragraphs("Broken", List.of(example.broken()));
        picture.paragraphs("Input", example.input());
        picture.states();
        picture.paragraphs("Path", example.path());
        return picture.lines;
    }

    private void paragraphs(String head, List<String> texts) {
        String label = head;
        for (String text : texts) {
            for (String line : wrap(text.stripTrailing(), width - MARGIN)) {
                lines.add(pad(label, MARGIN) + line);
                label = "";
            }
        }
    }

    private void states() {
        List<Row> rows = example.rows();
        if (rows.isEmpty()) return;
        int what = widest(rows, r -> r.what().length());
        int spec = Math.max(4, widest(rows, r -> r.spec().length()));
        int kernel = Math.max(6, widest(rows, r -> r.kernel().length()));
        int room = Math.max(2 * NARROWEST, width - MARGIN - what - 4);
        if (spec + kernel > room) {
            spec = Math.min(spec, Math.max(room / 2, room - kernel));
            kernel = room - spec;
        }
        lines.add(pad("", MARGIN + what + 2) + pad("spec", spec) + "  kernel");
        String when = "";
        for (Row row : rows) {
            if (isAsBefore(row)) continue;
            row(row, row.when().equals(when) ? "" : row.when(), what, spec, kernel);
            when = row.when();
        }
        if (rows.stream().anyMatch(this::isAsBefore))
            lines.add(Tone.FAINT.paint(pad("", MARGIN) + "all else as before", coloured));
        if (rows.stream().anyMatch(Row::changed))
            lines.add(Tone.FAINT.paint(pad("", MARGIN - 2) + "* changed", coloured));
    }

    /// Whether the part of the state has been shown already.
    private boolean isAsBefore(Row row) {
        Row before = new Row("before", row.what(), row.spec(), row.kernel(), row.changed());
        return row.when().equals("after") && example.rows().contains(before);
    }

    private static int widest(List<Row> rows, ToIntFunction<Row> length) {
        return rows.stream().mapToInt(length).max().orElse(0);
    }

    private void row(Row row, String when, int what, int spec, int kernel) {
        List<String> left = wrap(row.spec(), spec);
        List<String> right = wrap(row.kernel(), kernel);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String head = i > 0 ? "" : when;
            String line = pad(head, MARGIN - 2) + (row.changed() && i == 0 ? "* " : "  ")
                + pad(i == 0 ? row.what() : "", what) + "  " + pad(at(left, i), spec) + "  " + at(right, i);
            lines.add(Tone.STRONG.paint(line.stripTrailing(), coloured && row.changed()));
        }
    }

    private static String at(List<String> lines, int i) {
        return i < lines.size() ? lines.get(i) : "";
    }
}
