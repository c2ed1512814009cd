package ashlar.ci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command `ashlar`: the registry of its verbs, and what its exit status means.
@Command(name = "ashlar", version = "ashlar 0.1.0", mixinStandardHelpOptions = true,
         synopsisSubcommandLabel = "VERB", commandListHeading = "%nVerbs:%n",
         description = "Proves that a kernel is cut true to its specification.",
         exitCodeListHeading = "%nExit status; where several hold, the first of 70, 1, 5, 4, 3:%n",
         exitCodeList = {"0:all well", "1:something was refuted, diverged or survived", "2:bad usage",
                         "3:something stayed unknown, or is proved only within a bound",
                         "4:something was vacuous", "5:bad input", "70:a fault of Ashlar itself"},
         subcommands = CommandLine.HelpCommand.class)
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
        Locale.setDefault(Locale.ROOT);
        System.exit(run(commandLine(Setting.ofLauncher()), args));
    }

    static CommandLine commandLine(Setting setting) {
        return new CommandLine(new Ashlar())
            .addSubcommand(new Check(setting))
            .addSubcommand(new Explain(setting))
            .addSubcommand(new Mutate(setting))
            .addSubcommand(new Doctor(setting))
            .addSubcommand(Drivers.commandLine(setting))
            .setParameterExceptionHandler((wrong, _) -> badUsage(wrong))
            .setExecutionExceptionHandler((fault, command, _) -> status(fault, command));
    }

    /// The exit status of a run; whatever goes wrong has been told.
    static int run(CommandLine command, String... args) {
        try {
            return command.execute(args);
        } catch (Error fault) {
            return status(fault, command);
        }
    }

    /// Without a verb there is nothing to do.
    @Override public void run() {
        throw new ParameterException(spec.commandLine(), "no verb given");
    }

    private static int badUsage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("ashlar: " + wrong.getMessage().lines().findFirst().orElse("bad usage")
            + " (see ./" + command.getCommandSpec().qualifiedName() + " --help)");
        command.getErr().flush();
        return BAD_USAGE;
    }

    private static int status(Throwable fault, CommandLine command) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            switch (t) {
                case BadInput bad           -> {
                    return told(command, bad.getMessage(), BAD_INPUT);
                }
                case LinkageError broken    -> {
                    return told(command, "a broken class file: " + broken
                        + "; remove target/ashlar to build all anew", BAD_INPUT);
                }
                case UncheckedIOException _ -> { }
                case IOException failed     -> {
                    return told(command, failed.toString(), OWN_FAULT);
                }
                default                     -> { }
            }
        }
        command.getErr().println("ashlar: a fault of Ashlar itself; please report it:");
        fault.printStackTrace(command.getErr());
        command.getErr().flush();
        return OWN_FAULT;
    }

    private static int told(CommandLine command, String complaint, int status) {
        command.getErr().println("ashlar: " + complaint);
        command.getErr().flush();
        return status;
    }
}
