package ashlar.ci;

import static ashlar.refinement.report.Columns.pad;

import ashlar.ci.History.Entry;
import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Suite;
import ashlar.refinement.check.Checker;
import ashlar.refinement.check.Claim;
import ashlar.refinement.report.Columns;
import ashlar.refinement.report.Reproduction;
import ashlar.refinement.report.TextPicture;
import ashlar.refinement.report.Tone;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ashlar explain`: one obligation in words, its code, what is known of it.
@Command(name = "explain", mixinStandardHelpOptions = true, sortOptions = false,
         description = "Tells an obligation in words, with its code and its verdicts; "
                       + "a refutation as two states.")
final class Explain implements Callable<Integer> {
    private static final int SHOWN = 8;
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Setting setting;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Name of the obligation; the part after the dot will do.")
    private String name;

    @Option(names = "--replay", description = "Run its last counterexample on the JVM again, and show it.")
    private boolean replay;

    @Option(names = "--as-test", description = "Print its last counterexample as a JUnit test.")
    private boolean asTest;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write what is known of it as JSON.")
    private Path json;

    Explain(Setting setting) {
        this.setting = setting;
    }

    @Override public Integer call() throws IOException {
        Suite suite = setting.suite().get();
        Claim claim = claim(suite);
        List<Entry> all = setting.history().entries();
        List<Entry> its = all.stream().filter(e -> e.id().equals(claim.id())).toList();
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (asTest) return asTest(suite, claim, its, out);
            if (replay) return replay(suite, claim, its, out);
            Optional<Sources.Code> source =
                new Sources(setting.root()).of(Checker.method(suite, claim.id()));
            explain(claim, source, its, all, out);
            return Ashlar.WELL;
        } finally {
            out.flush();
        }
    }

    private Claim claim(Suite suite) {
        List<Claim> all = Checker.list(suite, List.of());
        List<Claim> meant = all.stream()
            .filter(c -> c.id().equals(name) || c.id().endsWith("." + name)).toList();
        if (meant.size() == 1) return meant.getFirst();
        List<String> ids = meant.isEmpty() ? all.stream().map(Claim::id).toList()
            : meant.stream().map(Claim::id).toList();
        throw new ParameterException(spec.commandLine(), (meant.isEmpty() ? "no obligation is called "
            : "several obligations are called ") + name + Nearest.question(name, ids));
    }

    private void explain(Claim claim, Optional<Sources.Code> source, List<Entry> its, List<Entry> all,
                         PrintWriter out) throws IOException {
        out.printf("%s  %s%n", Tone.STRONG.paint(claim.id(), setting.paint()), claim.kind().text());
        paragraph(out, "Claim", claim.text());
        paragraph(out, "Where", source.map(Sources.Code::place).orElse(claim.location()));
        source.ifPresent(s -> code(s, out));
        List<String> users = users(claim.id(), all);
        if (!its.isEmpty()) known(its.getLast(), out);
        paragraph(out, "Used by", String.join(", ", users));
        verdicts(its, claim, out);
        if (json != null) Files.writeString(json, Json.text(report(claim, source, its, users)));
    }

    private void paragraph(PrintWriter out, String head, String text) {
        if (text.isEmpty()) return;
        String label = head;
        for (String line : Columns.wrap(text, setting.width() - 9)) {
            out.println(pad(label, 9) + line);
            label = "";
        }
    }

    private static void code(Sources.Code source, PrintWriter out) {
        out.println();
        source.text().forEach(line -> out.println("    " + line));
        out.println();
    }

    private void known(Entry last, PrintWriter out) {
        paragraph(out, "Assumes", last.assumptions());
        paragraph(out, "Relies on", String.join(", ", last.uses()));
        paragraph(out, "Code", String.join(", ", last.code()));
        paragraph(out, "Mutant", last.mutant());
    }

    /// Those whose last proof relied on the contract of id.
    private static List<String> users(String id, List<Entry> all) {
        Map<String, Entry> last = new LinkedHashMap<>();
        all.forEach(e -> last.put(e.id(), e));
        return last.values().stream().filter(e -> e.uses().contains(id)).map(Entry::id).sorted().toList();
    }

    private void verdicts(List<Entry> its, Claim claim, PrintWriter out) {
        if (its.isEmpty()) {
            out.printf("Verdicts none yet: run ./ashlar check %s%n", claim.id());
            return;
        }
        String label = "Verdicts";
        for (Entry e : its.reversed().stream().limit(SHOWN).toList()) {
            String reason = e.reason() == null ? "" : "  " + e.reason();
            out.printf("%s%s  %-8s %7.2f s%s%n", pad(label, 9), TIME.format(e.at()), e.verdict(),
                e.seconds(), reason);
            label = "";
        }
        Counterexample last = its.getLast().counterexample();
        if (last == null) return;
        out.println();
        show(claim.id(), last, out);
        out.printf("Replay   ./ashlar explain %s --replay%n", claim.id());
        out.printf("Keep     ./ashlar explain %s --as-test%n", claim.id());
    }

    private void show(String id, Counterexample example, PrintWriter out) {
        TextPicture.lines(id, example, setting.width(), setting.paint()).forEach(out::println);
    }

    private Entry refuted(Claim claim, List<Entry> its) {
        return its.reversed().stream().filter(e -> e.counterexample() != null).findFirst()
            .orElseThrow(() -> new ParameterException(spec.commandLine(), "no counterexample to " + claim.id()
                + " is known: its last verdict is " + (its.isEmpty() ? "none" : its.getLast().verdict())));
    }

    private int replay(Suite suite, Claim claim, List<Entry> its, PrintWriter out) {
        Entry refuted = refuted(claim, its);
        Optional<Counterexample> again = Checker.replay(suite, claim.id(), refuted.counterexample().seed());
        if (again.isEmpty()) {
            out.printf("The state that refuted %s on %s does so no longer.%n", claim.id(),
                TIME.format(refuted.at()));
            return Ashlar.WELL;
        }
        show(claim.id(), again.get(), out);
        return Ashlar.REFUTED;
    }

    private int asTest(Suite suite, Claim claim, List<Entry> its, PrintWriter out) {
        Counterexample example = refuted(claim, its).counterexample();
        out.print(Reproduction.of(Checker.method(suite, claim.id()),
            Checker.arguments(suite, claim.id(), example.seed()), example));
        return Ashlar.WELL;
    }

    private static Map<String, Object> report(Claim claim, Optional<Sources.Code> source, List<Entry> its,
                                              List<String> users) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("id", claim.id());
        report.put("kind", claim.kind().text());
        report.put("text", claim.text());
        report.put("location", source.map(Sources.Code::place).orElse(claim.location()));
        report.put("code", source.map(s -> String.join("\n", s.text())).orElse(null));
        report.put("usedBy", users);
        report.put("verdicts", its.reversed());
        return report;
    }
}
