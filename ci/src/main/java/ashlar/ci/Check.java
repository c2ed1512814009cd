package ashlar.ci;

import ashlar.refinement.api.Suite;
import ashlar.refinement.check.Checker;
import ashlar.refinement.check.Claim;
import ashlar.refinement.check.Listener;
import ashlar.refinement.check.Options;
import ashlar.refinement.check.Result;
import ashlar.refinement.report.Page;
import ashlar.refinement.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
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

/// `ashlar check`: runs the refinement suite.
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
         description = "Proves the obligations: each is proved, refuted with a counterexample, or unknown.",
         footer = {"", "Exit status: 0 all proved; 70 Ashlar itself went wrong; 1 something was refuted; "
                   + "5 something could not be read; "
                   + "4 something was vacuous; 3 something stayed unknown, or is proved only within a bound, "
                   + "and ci/known-unknowns.txt does not list it. Where several hold, the first of these."})
final class Check implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Setting setting;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "GLOB", description =
        "Obligations whose names match; * stands for any characters. All by default.")
    private List<String> globs = List.of();

    @Option(names = "--list", description = "Only list them: kind, name, claim.")
    private boolean list;

    @Option(names = "--jobs", paramLabel = "N", description =
        "Obligations at a time. Default: the processor's cores.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--timeout", paramLabel = "S", defaultValue = "8", description =
        "Seconds for each question to the solver. Default: ${DEFAULT-VALUE}.")
    private double timeout;

    @Option(names = "--changed", description = "Only those whose code has changed since they were proved.")
    private boolean changed;

    @Option(names = "--no-cache", description = "Prove again what was proved before.")
    private boolean noCache;

    @Option(names = "--cross-check", description = "Ask a second solver, too.")
    private boolean crossCheck;

    @Option(names = "--html", paramLabel = "DIR", description =
        "Also write a page for a browser, DIR/index.html.")
    private Path html;

    @Option(names = "--json", paramLabel = "FILE", description =
        "Also write the results as JSON; to standard output, instead of the text, if FILE is -.")
    private Path json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the results as JUnit XML.")
    private Path junit;

    @Option(names = "--smt2", paramLabel = "DIR", description =
        "Also write each question as an SMT-LIB 2 script.")
    private Path smt2;

    Check(Setting setting) {
        this.setting = setting;
    }

    @Override public Integer call() throws IOException {
        if (jobs < 1) throw wrong("--jobs must be at least 1, not " + jobs);
        if (!(timeout > 0)) throw wrong("--timeout must be above 0, not " + timeout);
        Suite suite = setting.suite().get();
        List<Claim> claims = claims(suite);
        if (list) return list(claims);
        makeFolders();
        KnownUnknowns accepted = KnownUnknowns.read(setting.root().resolve("ci/known-unknowns.txt"));
        long start = System.nanoTime();
        List<Result> results = named(results(suite), Mutant.read(setting.root().resolve("ci/mutants.txt")));
        double seconds = (System.nanoTime() - start) / 1e9;
        setting.history().add(results, suite);
        write(suite, results, seconds, accepted);
        accepted.solved(results).forEach(id -> spec.commandLine().getErr()
            .println("ashlar: ci/known-unknowns.txt lists " + id + ", but it is proved: strike it out"));
        return Status.of(results, accepted);
    }

    /// The results, each with a mutant that is known to refute it.
    private static List<Result> named(List<Result> results, List<Mutant> mutants) {
        Map<String, String> names = new HashMap<>();
        for (Mutant m : mutants) names.putIfAbsent(m.obligation(), m.name());
        return results.stream().map(r -> r.withMutant(names.getOrDefault(r.id(), ""))).toList();
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private List<Claim> claims(Suite suite) {
        for (String glob : globs) {
            if (!Checker.list(suite, List.of(glob)).isEmpty()) continue;
            List<String> all = Checker.list(suite, List.of()).stream().map(Claim::id).toList();
            throw wrong("no obligation matches " + glob + Nearest.question(glob, all));
        }
        return Checker.list(suite, globs);
    }

    private int list(List<Claim> claims) {
        PrintWriter out = spec.commandLine().getOut();
        int widest = claims.stream().mapToInt(c -> c.id().length()).max().orElse(0);
        claims.forEach(c ->
            out.printf("%-9s  %-" + widest + "s  %s%n", c.kind().text(), c.id(), c.text()));
        out.flush();
        return Ashlar.WELL;
    }

    /// Before anything is proved: a report that cannot be written is told at once.
    private void makeFolders() {
        folder("--html", html);
        folder("--smt2", smt2);
        if (json != null && !json.equals(STANDARD_OUTPUT)) file("--json", json);
        if (junit != null) file("--junit", junit);
    }

    private void file(String option, Path file) {
        folder(option, file.toAbsolutePath().getParent());
        if (Files.isDirectory(file)) throw wrong(option + " needs a file, and " + file + " is a folder");
        if (Files.exists(file) && !Files.isWritable(file)) throw wrong(option + ": cannot write " + file);
    }

    private void folder(String option, Path folder) {
        if (folder == null) return;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw wrong(option + ": " + folder + " cannot be made a folder");
        }
        if (!Files.isWritable(folder)) throw wrong(option + ": cannot write into " + folder);
    }

    private List<Result> results(Suite suite) {
        var options = new Options(globs, jobs, timeout, Optional.of(setting.cache()),
            Optional.ofNullable(smt2), noCache, crossCheck, changed);
        if (!setting.progress()) return Checker.run(suite, options, new Notes(spec.commandLine().getErr()));
        try (var progress = new Progress(spec.commandLine().getErr(), setting.width())) {
            return Checker.run(suite, options, (Listener) progress);
        }
    }

    /// Without a terminal there is no progress, but notes are shown.
    private record Notes(PrintWriter err) implements Listener {
        @Override public void finished(Result result, int done, int total) { }

        @Override public void note(String line) {
            err.println("ashlar: " + line);
        }
    }

    private String page(Suite suite, List<Result> results, double seconds) throws IOException {
        var sources = new Sources(setting.root());
        Map<String, String> code = new HashMap<>();
        for (Result r : results) {
            sources.of(Checker.method(suite, r.id()))
                .ifPresent(c -> code.put(r.id(), c.place() + "\n\n" + String.join("\n", c.text())));
        }
        return Page.of(new Report("Ashlar: kernel against specification", Instant.now(), seconds, results,
            code, List.of("Proved: for every state, not only for those that were tried. To be trusted: the "
                + "engine that reads the bytecode, the solver, javac, and the statements themselves.",
                "Java " + Runtime.version() + ". Made by ./ashlar check --html.")));
    }

    private void write(Suite suite, List<Result> results, double seconds, KnownUnknowns accepted)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (STANDARD_OUTPUT.equals(json)) out.println(Json.text(Json.report(results, seconds)));
        else if (results.isEmpty()) out.println("nothing has changed");
        else new Ledger(setting, accepted, results, out).print(seconds);
        out.flush();
        if (json != null && !json.equals(STANDARD_OUTPUT))
            Files.writeString(json, Json.text(Json.report(results, seconds)));
        if (junit != null) Junit.write(junit, results, accepted, seconds);
        if (html != null) Files.writeString(html.resolve("index.html"), page(suite, results, seconds));
    }
}
