package ashlar.ci;

import ashlar.proofs.Slice;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Checker;
import ashlar.refinement.check.Options;
import ashlar.refinement.check.Result;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ashlar check`: runs the refinement suite.
@Command(name = "check", mixinStandardHelpOptions = true,
         description =
             "Proves the obligations: each is proved, refuted with a counterexample, or unknown.")
final class Check implements Callable<Integer> {
    private static final int SLOWEST = 3;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "GLOB", description =
        "Obligations whose names match; * stands for any characters. All by default.")
    private List<String> globs = List.of();

    @Option(names = "--list", description = "Only list them.")
    private boolean list;

    @Option(names = "--jobs", paramLabel = "N", description =
        "Obligations at a time. Default: the processor's cores.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--timeout", paramLabel = "S", defaultValue = "8", description =
        "Seconds for each question to the solver. Default: ${DEFAULT-VALUE}.")
    private double timeout;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the results as JSON.")
    private Path json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the results as JUnit XML.")
    private Path junit;

    @Override
    public Integer call() throws Exception {
        if (jobs < 1)
            throw new ParameterException(spec.commandLine(), "--jobs must be at least 1, not " + jobs);
        if (!(timeout > 0))
            throw new ParameterException(spec.commandLine(), "--timeout must be above 0, not " + timeout);
        var suite = new Slice();
        var claims = Checker.list(suite, globs);
        if (claims.isEmpty())
            throw new ParameterException(spec.commandLine(), "no obligation matches "
            + String.join(" ", globs));
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            claims.forEach(c -> out.printf("%-10s %-60s %s%n", c.kind().text(), c.id(), c.text()));
            out.flush();
            return Ashlar.WELL;
        }
        long start = System.nanoTime();
        var results =
            Checker.run(suite,
                new Options(globs, jobs, timeout,
                Optional.of(Path.of(System.getProperty("ashlar.root"), ".ashlar", "cache")),
                Optional.empty(), false, false, false),
            this::progress);
        double seconds = (System.nanoTime() - start) / 1e9;
        print(out, results, seconds);
        if (json != null) Reports.json(json, results, seconds);
        if (junit != null) Reports.junit(junit, results, seconds);
        return status(results);
    }

    private void progress(Result r, int done, int total) {
        if (System.console() == null || !System.console().isTerminal()) return;
        PrintWriter err = spec.commandLine().getErr();
        err.printf("\r\u001b[K%d/%d  %s", done, total, r.id());
        if (done == total) err.print("\r\u001b[K");
        err.flush();
    }

    private static void print(PrintWriter out, List<Result> results, double seconds) {
        for (Result r : results)
            out.printf("%-8s %6.2f s  %-58s %s%n", r.verdict().text(), r.seconds(), r.id(), r.text());
        for (Result r : results) detail(out, r);
        out.println();
        out.print("slowest  ");
        results.stream().sorted(Comparator.comparingDouble(Result::seconds).reversed()).limit(SLOWEST)
            .forEach(r -> out.printf("%s %.1f s  ", r.id(), r.seconds()));
        out.printf("%n%n%-10s %8s %8s %8s %8s %8s%n", "kind", "proved", "refuted", "unknown", "vacuous",
            "error");
        results.stream().map(Result::kind).distinct()
            .forEach(k -> out.printf("%-10s %8d %8d %8d %8d %8d%n", k.text(),
            count(results, k, "proved"), count(results, k, "refuted"), count(results, k, "unknown"),
                count(results, k, "vacuous"), count(results, k, "error")));
        out.printf("%d obligations in %.1f s%n", results.size(), seconds);
        out.flush();
    }

    private static long count(List<Result> results, ashlar.refinement.api.Kind kind, String verdict) {
        return results.stream().filter(r -> r.kind() == kind && r.verdict().text().equals(verdict)).count();
    }

    private static void detail(PrintWriter out, Result r) {
        switch (r.verdict()) {
            case Verdict.Refuted(var picture) ->
                out.printf("%nREFUTED  %s  %s%nBroken   %s", r.id(), r.location(), picture);
            case Verdict.Unknown(var reason)  -> out.printf("%nUNKNOWN  %s: %s%n", r.id(), reason);
            case Verdict.Failed(var what)     -> out.printf("%nERROR    %s: %s%n", r.id(), what);
            case Verdict.Vacuous()            ->
                out.printf("%nVACUOUS  %s: no state satisfies what it assumes%n", r.id());
            default                           -> { }
        }
    }

    private static int status(List<Result> results) {
        if (has(results, "error")) return Ashlar.BAD_INPUT;
        if (has(results, "refuted")) return Ashlar.REFUTED;
        if (has(results, "vacuous")) return Ashlar.VACUOUS;
        return has(results, "unknown") ? Ashlar.UNKNOWN : Ashlar.WELL;
    }

    private static boolean has(List<Result> results, String verdict) {
        return results.stream().anyMatch(r -> r.verdict().text().equals(verdict));
    }
}
