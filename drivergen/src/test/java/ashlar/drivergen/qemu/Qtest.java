package ashlar.drivergen.qemu;

import ashlar.model.bus.Bus;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// A QEMU whose processors stand still: devices are accessed by the qtest protocol over its standard streams.
final class Qtest implements AutoCloseable {
    private final Process qemu;
    private final Writer to;
    private final BufferedReader from;
    private final Set<Integer> raised = new TreeSet<>();

    Qtest(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program, "-S", "-display", "none", "-monitor", "none",
            "-qtest", "stdio", "-qtest-log", "none", "-nodefaults"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("QEMU_AUDIO_DRV", "none");
        qemu = builder.start();
        to = new OutputStreamWriter(qemu.getOutputStream(), StandardCharsets.US_ASCII);
        from = new BufferedReader(new InputStreamReader(qemu.getInputStream(), StandardCharsets.US_ASCII));
    }

    static boolean installed(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            if (Files.isExecutable(Path.of(folder, program))) return true;
        return false;
    }

    /// Sends a command; the words of the answer behind OK.
    String ask(String command) {
        try {
            to.write(command + "\n");
            to.flush();
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                if (line.startsWith("IRQ raise ")) raised.add(Integer.parseInt(line.substring(10)));
                else if (line.startsWith("IRQ lower ")) raised.remove(Integer.parseInt(line.substring(10)));
                else if (line.startsWith("OK")) return line.substring(2).strip();
                else throw new IOException(command + ": " + line);
            }
            throw new IOException("QEMU is gone: " + command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Interrupt lines that are high, of those intercepted.
    Set<Integer> raised() {
        return Set.copyOf(raised);
    }

    /// Memory-mapped registers.
    Bus memory() {
        return new Wire("read", "write", List.of("b", "w", "l", "q"));
    }

    /// Ports of x86.
    Bus ports() {
        return new Wire("in", "out", List.of("b", "w", "l", "none"));
    }

    private final class Wire implements Bus {
        private final String in;
        private final String out;
        private final List<String> sizes;

        private Wire(String in, String out, List<String> sizes) {
            this.in = in;
            this.out = out;
            this.sizes = sizes;
        }

        private long read(int size, long address) {
            String answer = ask(in + sizes.get(size) + " 0x" + Long.toHexString(address));
            return Long.parseUnsignedLong(answer.substring(2), 16);
        }

        private void write(int size, long address, long value) {
            ask(out + sizes.get(size) + " 0x" + Long.toHexString(address) + " 0x" + Long.toHexString(value));
        }

        @Override public long read8(long address) {
            return read(0, address);
        }

        @Override public long read16(long address) {
            return read(1, address);
        }

        @Override public long read32(long address) {
            return read(2, address);
        }

        @Override public long read64(long address) {
            return read(3, address);
        }

        @Override public void write8(long address, long value) {
            write(0, address, value & 0xFF);
        }

        @Override public void write16(long address, long value) {
            write(1, address, value & 0xFFFF);
        }

        @Override public void write32(long address, long value) {
            write(2, address, value & 0xFFFF_FFFFL);
        }

        @Override public void write64(long address, long value) {
            write(3, address, value);
        }
    }

    @Override public void close() {
        qemu.destroy();
        try {
            if (!qemu.waitFor(5, TimeUnit.SECONDS)) qemu.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
