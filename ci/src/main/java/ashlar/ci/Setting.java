package ashlar.ci;

import ashlar.proofs.Slice;
import ashlar.refinement.api.Suite;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Where the command line runs.
/// @param suite    makes what there is to prove
/// @param root     the project's folder
/// @param paint    whether standard output shows colours
/// @param progress whether standard error is a terminal
/// @param width    characters in a line
record Setting(Supplier<Suite> suite, Path root, boolean paint, boolean progress, int width) {
    private static final int PLAIN_WIDTH = 110;

    /// As the launcher tells: which streams are a terminal, and how wide it is.
    static Setting ofLauncher() {
        String terminal = System.getProperty("ashlar.terminal", "");
        String noColour = System.getenv("NO_COLOR");
        boolean paint = terminal.contains("out") && (noColour == null || noColour.isEmpty());
        return new Setting(Slice::new, Path.of(System.getProperty("ashlar.root", "")).toAbsolutePath(), paint,
            terminal.contains("err"), terminal.isEmpty() ? PLAIN_WIDTH
                : Integer.getInteger("ashlar.columns", PLAIN_WIDTH));
    }

    /// The folder of what is remembered from one run to the next.
    Path memory() {
        return root.resolve(".ashlar");
    }

    Path cache() {
        return memory().resolve("cache");
    }

    History history() {
        return new History(memory().resolve("history.jsonl"));
    }
}
