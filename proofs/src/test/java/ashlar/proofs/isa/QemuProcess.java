package ashlar.proofs.isa;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A program under a user-mode emulator, answering on its standard output what it is asked on its standard
/// input.
final class QemuProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path program;

    private QemuProcess(Process process, Path program) {
        this.process = process;
        this.program = program;
    }

    /// Whether the emulator is there to be run.
    static boolean exists(String emulator) {
        for (String folder : System.getenv().getOrDefault("PATH", "/usr/bin").split(":")) {
            if (Files.isExecutable(Path.of(folder, emulator))) return true;
        }
        return false;
    }

    /// @param resource the program, an ELF file beside this class's resources
    static QemuProcess start(List<String> emulator, String resource) {
        try (InputStream elf = QemuProcess.class.getResourceAsStream(resource)) {
            Path program = Files.createTempFile("runner", ".elf");
            Files.write(program, elf.readAllBytes());
            if (!program.toFile().setExecutable(true))
                throw new IOException("cannot make " + program + " executable");
            List<String> command = new ArrayList<>(emulator);
            command.add(program.toString());
            ProcessBuilder builder = new ProcessBuilder(command);
            Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            return new QemuProcess(process, program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An emulator that does not answer in time is ended.
    /// @return length bytes
    byte[] ask(byte[] request, int length) {
        var alarm = CompletableFuture.runAsync(process::destroyForcibly,
            CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        try {
            OutputStream out = process.getOutputStream();
            out.write(request);
            out.flush();
            byte[] answer = process.getInputStream().readNBytes(length);
            if (answer.length < length)
                throw new IOException("the emulator ended after " + answer.length + " bytes");
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
