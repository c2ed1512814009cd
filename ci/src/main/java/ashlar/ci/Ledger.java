package ashlar.ci;

import static ashlar.refinement.report.Columns.pad;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import ashlar.refinement.report.Report;
import ashlar.refinement.report.TextPicture;
import ashlar.refinement.report.Tone;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What `ashlar check` says on standard output.
final class Ledger {
    private static final int SLOWEST = 5;
    private static final double SLOW = 1;

    private final Setting setting;
    private final KnownUnknowns accepted;
    private final List<Result> results;
    private final PrintWriter out;

    Ledger(Setting setting, KnownUnknowns accepted, List<Result> results, PrintWriter out) {
        this.setting = setting;
        this.accepted = accepted;
        this.results = results;
        this.out = out;
    }

    /// Prints all of it.
    /// @param seconds of the whole run
    void print(double seconds) {
        int widest = results.stream().mapToInt(r -> r.id().length()).max().orElse(0);
        for (Result r : results) line(r, widest);
        results.forEach(this::picture);
        complaints();
        slowest(widest);
        kinds();
        out.printf("%n%s%n", sum(results, seconds));
        out.flush();
    }

    private void line(Result r, int widest) {
        out.printf("%s %8.2f s  %s  %s  %s%n", word(r), r.seconds(), r.cached() ? "cached" : "      ",
            pad(r.id(), widest), r.text());
    }

    private String word(Result r) {
        return Tone.of(r.verdict()).paint(pad(r.verdict().text(), 8), setting.paint());
    }

    private void picture(Result r) {
        if (!(r.verdict() instanceof Verdict.Refuted(var counterexample))) return;
        out.println();
        TextPicture.lines(r.id(), counterexample, setting.width(), setting.paint()).forEach(out::println);
        out.printf("Replay   ./ashlar explain %s --replay%n", r.id());
    }

    /// What several obligations fail for is told once.
    private void complaints() {
        Map<String, List<Result>> byReason = results.stream()
            .filter(r -> !Report.reason(r.verdict()).isEmpty())
            .collect(Collectors.groupingBy(r -> r.verdict().text() + Report.reason(r.verdict()),
                LinkedHashMap::new, Collectors.toList()));
        if (!byReason.isEmpty()) out.println();
        byReason.values().forEach(this::complaint);
        for (Result r : results) {
            if (accepted.has(r.id()) && !(r.verdict() instanceof Verdict.Proved))
                out.printf("accepted %s: %s%n", r.id(), accepted.reasons().get(r.id()));
        }
    }

    private void complaint(List<Result> those) {
        Result first = those.getFirst();
        String word = pad(first.verdict().text().toUpperCase(Locale.ROOT), 8);
        out.printf("%s %s%s: %s%n", Tone.of(first.verdict()).paint(word, setting.paint()), first.id(),
            those.size() == 1 ? "" : " and " + (those.size() - 1) + " more", Report.reason(first.verdict()));
    }

    /// Claims that share one proof take the same time: one of them is shown.
    private void slowest(int widest) {
        Set<List<Number>> proofs = new HashSet<>();
        List<Result> slow = results.stream().filter(r -> r.seconds() >= SLOW && !r.cached())
            .sorted(Comparator.comparingDouble(Result::seconds).reversed())
            .filter(r -> proofs.add(List.of(r.seconds(), r.queries()))).limit(SLOWEST).toList();
        if (slow.isEmpty()) return;
        out.printf("%nSlowest%n");
        slow.forEach(r -> out.printf("%17.2f s          %s  %d queries, %d paths%n", r.seconds(),
            pad(r.id(), widest), r.queries(), r.paths()));
    }

    private void kinds() {
        Map<Kind, List<Result>> byKind =
            results.stream().collect(Collectors.groupingBy(Result::kind, TreeMap::new, Collectors.toList()));
        out.printf("%n%-10s", "Kind");
        Report.VERDICTS.forEach(v -> out.printf("%9s", v));
        out.printf("%11s%n", "seconds");
        byKind.forEach((kind, those) -> {
            out.printf("%-10s", kind.text());
            Report.VERDICTS.forEach(v -> out.printf("%9s", blankIfZero(Report.count(those, v))));
            out.printf("%11.1f%n", those.stream().mapToDouble(Result::seconds).sum());
        });
    }

    private static String blankIfZero(long n) {
        return n == 0 ? "" : Long.toString(n);
    }

    /// `3 obligations: 2 proved, 1 refuted; 1 cached; 4.2 s`
    static String sum(List<Result> results, double seconds) {
        List<String> parts = new ArrayList<>();
        for (String v : Report.VERDICTS)
            if (Report.count(results, v) > 0) parts.add(Report.count(results, v) + " " + v);
        long cached = results.stream().filter(Result::cached).count();
        return "%d obligation%s: %s%s; %.1f s".formatted(results.size(), results.size() == 1 ? "" : "s",
            String.join(", ", parts), cached == 0 ? "" : "; " + cached + " cached", seconds);
    }
}
