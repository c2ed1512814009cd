package ashlar.ci;

import ashlar.refinement.api.Suite;
import ashlar.refinement.mutate.Judgement;
import ashlar.refinement.mutate.Mutant;
import ashlar.refinement.mutate.MutantPictures;
import ashlar.refinement.mutate.Mutation;
import ashlar.refinement.mutate.MutationListener;
import ashlar.refinement.mutate.MutationOptions;
import ashlar.refinement.mutate.MutationPages;
import ashlar.refinement.mutate.MutationReport;
import ashlar.refinement.mutate.Tested;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ashlar mutate`: whether the suite notices faults.
@Command(name = "mutate", mixinStandardHelpOptions = true, sortOptions = false,
         description = "Makes mutants of the kernel, with one small fault each: each is killed by an "
                       + "obligation, proved equivalent, or survives.",
         footer = {"", "Exit status: 0 all killed or equivalent; 1 some survived; 3 some stayed unknown."})
final class Mutate implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Setting setting;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "GLOB", description =
        "Methods, Class.method, to make mutants of; * stands for any characters. All by default.")
    private List<String> globs = List.of();

    @Option(names = "--list", description = "Only list the mutants.")
    private boolean list;

    @Option(names = "--operators", paramLabel = "NAME", split = ",", description =
        "What faults: PIT's operators, or groups DEFAULTS, STRONGER, KERNEL, ALL. Default: ${DEFAULT-VALUE}.",
            defaultValue = "STRONGER,KERNEL")
    private List<String> operators;

    @Option(names = "--changed", paramLabel = "REV", arity = "0..1", fallbackValue = "HEAD", description =
        "Only in methods that differ from git revision REV. Default: HEAD.")
    private String changed;

    @Option(names = "--spec", description = "Make mutants of the specification instead.")
    private boolean specification;

    @Option(names = "--survivors", description = "Show only mutants that survived or stayed unknown.")
    private boolean survivors;

    @Option(names = "--jobs", paramLabel = "N", description =
        "Mutants at a time. Default: the processor's cores.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--timeout", paramLabel = "S", defaultValue = "4", description =
        "Seconds for each question to the solver. Default: ${DEFAULT-VALUE}.")
    private double timeout;

    @Option(names = "--no-cache", description = "Judge again what was judged before.")
    private boolean noCache;

    @Option(names = "--json", paramLabel = "FILE", description =
        "Also write the results as JSON; to standard output, instead of the text, if FILE is -.")
    private Path json;

    @Option(names = "--html", paramLabel = "DIR", description =
        "Also write pages for a browser: the source with mutants in the margin, and why each is judged so.")
    private Path html;

    @Option(names = "--tests", description =
        "Also let PIT run the kernel's tests against the mutants; takes minutes.")
    private boolean tests;

    Mutate(Setting setting) {
        this.setting = setting;
    }

    @Override public Integer call() throws IOException {
        if (jobs < 1) throw wrong("--jobs must be at least 1, not " + jobs);
        if (!(timeout > 0)) throw wrong("--timeout must be above 0, not " + timeout);
        if (tests && specification) throw wrong("--tests are those of the kernel: not with --spec");
        Suite suite = setting.suite().get();
        var options = options(_ -> true);
        if (changed != null)
            options = options(Changes.since(changed, setting.root()).touched(mutants(suite, options)));
        if (list) return list(suite, options);
        long start = System.nanoTime();
        List<Judgement> byProof = judged(suite, options);
        Map<String, Tested> tested = tests ? tested(byProof) : Map.of();
        List<Judgement> judged = MutationReport.joined(byProof, tested);
        double seconds = (System.nanoTime() - start) / 1e9;
        write(judged, tested, seconds);
        if (html != null) writePages(new MutationReport("Mutants", Instant.now(), seconds, judged, tested,
            file -> new Sources(setting.root()).text(file), new MutantPictures(suite)));
        return MutationJson.status(judged);
    }

    private MutationOptions options(Predicate<Mutant> wanted) {
        return new MutationOptions(globs, wanted, operators, specification, jobs, timeout,
            Optional.of(setting.memory()), noCache);
    }

    private List<Mutant> mutants(Suite suite, MutationOptions options) {
        try {
            return Mutation.list(suite, options);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private int list(Suite suite, MutationOptions options) {
        PrintWriter out = spec.commandLine().getOut();
        mutants(suite, options).forEach(m -> out.println(m + "  " + m.description()));
        out.flush();
        return Ashlar.WELL;
    }

    private List<Judgement> judged(Suite suite, MutationOptions options) {
        try {
            if (!setting.progress()) return Mutation.run(suite, options, (_, _, _) -> { });
            try (var progress = new Progress(spec.commandLine().getErr(), setting.width())) {
                return Mutation.run(suite, options, (MutationListener) progress);
            }
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private Map<String, Tested> tested(List<Judgement> judged) throws IOException {
        List<String> classes = judged.stream().map(j -> j.mutant().className()).distinct().toList();
        return new TestJudge(setting.root()).judge(classes, operators, jobs);
    }

    private void writePages(MutationReport report) throws IOException {
        MutationPages.write(report, html);
        spec.commandLine().getErr().println("See " + html.resolve("index.html"));
    }

    private void write(List<Judgement> judged, Map<String, Tested> tested, double seconds)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String text = Json.text(MutationJson.report(judged, tested, seconds));
        if (STANDARD_OUTPUT.equals(json)) out.println(text);
        else new MutationLedger(judged, survivors, out).print(seconds);
        out.flush();
        if (json != null && !json.equals(STANDARD_OUTPUT)) Files.writeString(json, text);
    }
}
