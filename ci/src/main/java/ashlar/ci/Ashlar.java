package ashlar.ci;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command `ashlar`: the registry of its verbs, and what its exit status means.
@Command(name = "ashlar", version = "ashlar 0.1.0", mixinStandardHelpOptions = true,
         synopsisSubcommandLabel = "VERB", commandListHeading = "%nVerbs:%n",
         description = "Proves that a kernel is cut true to its specification.",
         exitCodeListHeading = "%nExit status:%n",
         exitCodeList = {"0:all well", "1:something was refuted, diverged or survived", "2:bad usage",
                         "3:something stayed unknown", "4:something was vacuous", "5:bad input",
                         "70:a fault of Ashlar itself"},
         subcommands = {Check.class, CommandLine.HelpCommand.class})
public final class Ashlar implements Runnable {
    public static final int WELL = 0;
    public static final int REFUTED = 1;
    public static final int BAD_USAGE = 2;
    public static final int UNKNOWN = 3;
    public static final int VACUOUS = 4;
    public static final int BAD_INPUT = 5;
    public static final int OWN_FAULT = 70;

    @Spec private CommandSpec spec;

    private Ashlar() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Ashlar())
            .setExecutionExceptionHandler((fault, command, _) -> ownFault(fault, command));
    }

    /// Without a verb there is nothing to do.
    @Override public void run() {
        throw new ParameterException(spec.commandLine(), "no verb given");
    }

    private static int ownFault(Exception fault, CommandLine command) {
        command.getErr().println("ashlar: a fault of Ashlar itself; please report it:");
        fault.printStackTrace(command.getErr());
        return OWN_FAULT;
    }
}
