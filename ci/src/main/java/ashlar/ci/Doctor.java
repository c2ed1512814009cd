package ashlar.ci;

import static ashlar.refinement.report.Columns.pad;

import ashlar.ci.Findings.Finding;
import ashlar.refinement.report.Tone;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ashlar doctor`: what is there, and what it is for.
@Command(name = "doctor", mixinStandardHelpOptions = true,
         description = "Tells what Ashlar finds on this machine, and what each is for.")
final class Doctor implements Callable<Integer> {
    private final Setting setting;

    @Spec private CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the findings as JSON.")
    private Path json;

    Doctor(Setting setting) {
        this.setting = setting;
    }

    @Override public Integer call() throws IOException {
        List<Finding> findings = new Findings(setting).all();
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(f -> line(f, out));
        out.flush();
        if (json != null) Files.writeString(json, Json.text(Map.of("findings", findings)));
        List<Finding> wrong = findings.stream().filter(f -> f.state() == Finding.State.WRONG).toList();
        PrintWriter err = spec.commandLine().getErr();
        wrong.forEach(f -> err.println("ashlar: " + f.what() + " is not as it must be: " + f.found()));
        err.flush();
        return wrong.isEmpty() ? Ashlar.WELL : Ashlar.BAD_INPUT;
    }

    private void line(Finding f, PrintWriter out) {
        Tone tone = switch (f.state()) {
            case THERE   -> Tone.GOOD;
            case MISSING -> Tone.DOUBT;
            case WRONG   -> Tone.BAD;
        };
        out.printf("%s %s %s%n%s%s%n", tone.paint(pad(f.state().text(), 8), setting.paint()),
            pad(f.what(), 12), f.found(), pad("", 22), Tone.FAINT.paint(f.use(), setting.paint()));
    }
}
