package ashlar.ci;

import static ashlar.refinement.report.Columns.pad;

import ashlar.refinement.mutate.Judgement;
import ashlar.refinement.mutate.Status;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What `ashlar mutate` says on standard output.
final class MutationLedger {
    private static final int COLUMN = 17;

    private final List<Judgement> judged;
    private final boolean onlyOpen;
    private final PrintWriter out;

    /// @param onlyOpen whether only mutants that survived or stayed unknown are listed
    MutationLedger(List<Judgement> judged, boolean onlyOpen, PrintWriter out) {
        this.judged = judged;
        this.onlyOpen = onlyOpen;
        this.out = out;
    }

    /// Prints all of it.
    /// @param seconds of the whole run
    void print(double seconds) {
        judged.stream().filter(j -> j.status() == Status.SURVIVED).forEach(this::open);
        judged.stream().filter(j -> j.status() == Status.UNKNOWN).forEach(this::open);
        if (!onlyOpen) {
            table("Class", j -> shortened(j.mutant().className()));
            table("Operator", j -> j.mutant().operator());
        }
        out.printf("%n%s%n", sum(seconds));
        out.flush();
    }

    private void open(Judgement j) {
        out.printf("%-9s %s  %s%n", j.status().text(), j.mutant(), j.mutant().description());
        if (!j.reason().isEmpty()) out.println("          " + j.reason());
        if (!j.suggestion().isEmpty()) out.println("          " + j.suggestion());
    }

    private static String shortened(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private void table(String head, Function<Judgement, String> by) {
        Map<String, List<Judgement>> groups =
            judged.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
        int widest = groups.keySet().stream().mapToInt(String::length).max().orElse(0);
        int width = Math.max(widest, head.length());
        out.printf("%n%s%9s", pad(head, width), "mutants");
        for (Status s : Status.values()) out.printf("%" + COLUMN + "s", s.text());
        out.println();
        groups.forEach((name, those) -> {
            out.printf("%s%9d", pad(name, width), those.size());
            for (Status s : Status.values()) {
                long n = MutationJson.count(those, s);
                out.printf("%" + COLUMN + "s", n == 0 ? "" : Long.toString(n));
            }
            out.println();
        });
    }

    private String sum(double seconds) {
        List<String> parts = new ArrayList<>();
        for (Status s : Status.values()) {
            long n = MutationJson.count(judged, s);
            if (n > 0) parts.add(n + " " + s.text());
        }
        long cached = judged.stream().filter(Judgement::isCached).count();
        return "%d mutant%s: %s%s; %.1f s".formatted(judged.size(), judged.size() == 1 ? "" : "s",
            String.join(", ", parts), cached == 0 ? "" : "; " + cached + " judged before", seconds);
    }
}
