package ashlar.ci;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/// What a command came to.
record Run(int status, String out, String err) {
    /// Runs the command line on a suite of obligations, in a folder of its own.
    static Run of(Path root, Tiny suite, String... args) {
        return of(new Setting(() -> suite, root, false, false, 110), args);
    }

    static Run of(Setting setting, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var command = Ashlar.commandLine(setting).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = Ashlar.run(command, args);
        return new Run(status, out.toString(), err.toString());
    }
}
