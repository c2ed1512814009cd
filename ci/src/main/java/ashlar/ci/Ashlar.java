package ashlar.ci;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `ashlar`: a registry of verbs.
@Command(name = "ashlar", mixinStandardHelpOptions = true, version = "ashlar 0.1.0",
         synopsisSubcommandLabel = "VERB",
         description = "Proves that a kernel is cut true to its specification.",
         subcommands = {CommandLine.HelpCommand.class})
public final class Ashlar {
    private Ashlar() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Ashlar()).execute(args));
    }
}
